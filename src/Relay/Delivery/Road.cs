using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Delivery;

/// <summary>One webhook, and how it fares. Waits are on the monotonic clock: a step of the wall clock neither shortens nor delays them.</summary>
/// <param name="number">1: the webhook; 2: the one for when that fails.</param>
sealed class Road(int number, DiscordClient discord, TimeProvider time)
{
    /// <summary>What fails for so long is an outage: time for the other road, and for the file.</summary>
    static readonly TimeSpan Outage = TimeSpan.FromMinutes(2);

    /// <summary>A webhook that is gone is asked whether it is back; not more often, or Discord bans the address.</summary>
    static readonly TimeSpan Knocking = TimeSpan.FromHours(1);

    readonly long _start = time.GetTimestamp();
    TimeSpan _notBefore;
    TimeSpan? _failingSince;

    public int Number => number;

    public DiscordClient Discord => discord;

    /// <summary>Why the webhook is not used any more; null while it is.</summary>
    public Trouble? Gone { get; private set; }

    /// <summary>Tries that failed in a row.</summary>
    public int Failures { get; private set; }

    public bool IsOpen => Gone is null && Wait == TimeSpan.Zero;

    /// <summary>Until something may be sent on it again, or until it may be asked whether it is back.</summary>
    public TimeSpan Wait => _notBefore > Now ? _notBefore - Now : TimeSpan.Zero;

    /// <summary>It has been out of order for longer than a hiccup.</summary>
    public bool IsOut => Gone is not null || Now - _failingSince >= Outage;

    TimeSpan Now => time.GetElapsedTime(_start);

    public void Pause(TimeSpan wait)
    {
        if (Now + wait > _notBefore)
            _notBefore = Now + wait;
    }

    public void Fail()
    {
        Failures++;
        _failingSince ??= Now;
    }

    public void Close(Trouble why)
    {
        Gone = why;
        Pause(Knocking);
    }

    /// <summary>It works.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Succeed()
    {
        var wasOut = IsOut;
        (Failures, _failingSince, Gone) = (0, null, null);
        return wasOut;
    }
}
