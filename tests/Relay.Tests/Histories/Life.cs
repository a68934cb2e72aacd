using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Tests.Histories;

/// <summary>The small model: what the incidents of one fingerprint have to be, told without any of the relay's code.</summary>
sealed class Life(bool hasGivenEnd)
{
    DateTimeOffset _saidOver;
    DateTimeOffset _closed;
    DateTimeOffset _end;
    int _relapses;

    /// <summary>How many incidents there have been.</summary>
    public int Count { get; private set; }

    /// <summary>Of the last one.</summary>
    public Phase Phase { get; private set; } = Phase.Closed;

    /// <param name="isGathered">The last one was told in a list: what comes back is told anew.</param>
    public void Fires(DateTimeOffset start, DateTimeOffset now, bool isGathered)
    {
        if (Count > 0 && Phase != Phase.Closed)
            Phase = Phase.Open;
        else if (Count == 0)
            Begin();
        else if (start <= _end && now - _closed < TimeSpan.FromMinutes(6))
            return; // A repeat that was under way when it ended.
        else if (!isGathered && now - _closed < TimeSpan.FromMinutes(5))
            (Phase, _relapses) = (Phase.Open, _relapses + 1);
        else
            Begin();
    }

    public void Ends(DateTimeOffset now)
    {
        if (Count > 0 && Phase == Phase.Open)
            (Phase, _saidOver) = (Phase.Recovering, now);
    }

    public void IsSeen(DateTimeOffset now)
    {
        if (Phase is Phase.Open or Phase.Closed)
            return;
        if (_relapses >= 3 && now - _saidOver < TimeSpan.FromMinutes(2))
            return; // It swings: only what stays over is over.
        _end = hasGivenEnd && Phase == Phase.Recovering ? _saidOver : now;
        (Phase, _closed) = (Phase.Closed, now);
    }

    public void IsNotSeen(DateTimeOffset now)
    {
        if (Phase == Phase.Recovering && now - _saidOver >= TimeSpan.FromSeconds(10))
            Phase = Phase.Unknown;
    }

    void Begin() => (Phase, _relapses, Count) = (Phase.Open, 0, Count + 1);
}
