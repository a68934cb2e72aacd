using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>How long it takes from a dead API to the red message on Discord, and from its start to the green one.</summary>
/// <param name="discord">Where the messages arrive.</param>
/// <param name="kill">Kills the API, which stays dead.</param>
/// <param name="start">Starts it again.</param>
sealed class Detection(DiscordRecorder discord, Func<Task> kill, Func<Task> start)
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Alertmanager drops an empty group every 30 s; until then a new alert of that group waits for its tick. And what comes back
    /// within five minutes is the same trouble to the relay, which believes in no quick end of it any more at the third time.
    /// </summary>
    static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(301);

    /// <summary>Of outages, twice in a row each: seven minutes.</summary>
    const int Pairs = 3;

    readonly List<double> _green = [];

    public async Task<IReadOnlyList<Measures>> MeasureAsync(CancellationToken ct)
    {
        var again = new List<double>();
        var red = await Measures.TakeAsync(
            "a dead API until the red message",
            Pairs,
            12,
            () => TwiceAsync(again, ct),
            ct
        );
        return
        [
            red,
            new Measures("the same, again within 30 s of the last recovery", again, 12),
            new Measures("its start until the green message", _green, 10),
        ];
    }

    async Task<double> TwiceAsync(List<double> again, CancellationToken ct)
    {
        await Task.Delay(Forgotten, ct);
        var first = await DownAndUpAsync(ct);
        again.Add(await DownAndUpAsync(ct));
        return first;
    }

    async Task<double> DownAndUpAsync(CancellationToken ct)
    {
        await AnotherMomentAsync(ct);
        var red = await UntilMessageAsync(DiscordPost.Red, kill);
        await AnotherMomentAsync(ct);
        _green.Add(await UntilMessageAsync(DiscordPost.Green, start));
        return red;
    }

    /// <summary>Another one of every interval each time.</summary>
    static Task AnotherMomentAsync(CancellationToken ct) => Task.Delay(Random.Shared.Next(5000), ct);

    async Task<double> UntilMessageAsync(int colour, Func<Task> act)
    {
        var before = discord.Messages.Count;
        var started = Stopwatch.GetTimestamp();
        await act();
        await Eventually.TrueAsync(() => discord.Messages.Count > before, Limit, () => "a message");
        var message = discord.Messages[before];
        return message.Colour == colour
            ? Stopwatch.GetElapsedTime(started, message.At).TotalSeconds
            : throw new InvalidOperationException($"expected #{colour:X6}, got {message}");
    }
}
