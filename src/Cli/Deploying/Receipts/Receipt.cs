using System.Globalization;

namespace Benevoclic.Cli.Deploying.Receipts;

/// <summary>What the API's users saw while one release was brought. Stored in the journal.</summary>
/// <param name="Requests">What the proxy answered, our own probes not counted; null when it cannot say.</param>
/// <param name="Failed">How many of them it answered with 5xx, or not at all; null when it cannot say.</param>
/// <param name="Probes">How often we asked through the public port ourselves.</param>
/// <param name="ProbesFailed">How many of those got no answer, or a 5xx.</param>
/// <param name="LongestGap">Longest time between two good answers to our probes, in milliseconds. About 100 is our own pause.</param>
/// <param name="OldLastSeen">When another release answered for the last time; null when none did.</param>
/// <param name="NewFirstSeen">When this release answered for the first time; null when it did not.</param>
/// <param name="Seconds">How long each state took, in the order in which they were entered.</param>
sealed record Receipt(
    long? Requests,
    long? Failed,
    int Probes,
    int ProbesFailed,
    int LongestGap,
    DateTimeOffset? OldLastSeen,
    DateTimeOffset? NewFirstSeen,
    IReadOnlyDictionary<string, double> Seconds
)
{
    /// <summary>Nobody asked: nothing was public when the deploy began.</summary>
    public static Receipt Unseen(IReadOnlyDictionary<string, double> seconds) =>
        new(null, null, 0, 0, 0, null, null, seconds);

    /// <param name="release">The release that was brought.</param>
    /// <param name="probes">Ours, in order.</param>
    /// <param name="before">What the proxy had counted at the begin.</param>
    /// <param name="after">And at the end.</param>
    /// <param name="seconds">How long each state took.</param>
    public static Receipt Of(
        string release,
        IReadOnlyList<ProbeAnswer> probes,
        ProxyCount? before,
        ProxyCount? after,
        IReadOnlyDictionary<string, double> seconds
    )
    {
        var good = probes.Where(probe => probe.IsGood).ToList();
        var gaps = good.Zip(good.Skip(1), (one, next) => (next.At - one.At).TotalMilliseconds);
        var counted = before?.Process is { } process && process == after?.Process;
        return new Receipt(
            counted ? after!.Requests - before!.Requests - probes.Count(probe => probe.IsAnswered) : null,
            counted
                ? after!.Failed - before!.Failed - probes.Count(probe => probe is { IsAnswered: true, IsGood: false })
                : null,
            probes.Count,
            probes.Count - good.Count,
            (int)gaps.DefaultIfEmpty(0).Max(),
            good.Where(probe => probe.Release != release).Select(probe => (DateTimeOffset?)probe.At).LastOrDefault(),
            good.Where(probe => probe.Release == release).Select(probe => (DateTimeOffset?)probe.At).FirstOrDefault(),
            seconds
        );
    }

    /// <summary>One line for people.</summary>
    public override string ToString()
    {
        string?[] parts =
        [
            Requests is null ? null : $"{Requests} requests, {Failed} failed",
            Probes == 0 ? null : $"{Probes} probes, {ProbesFailed} failed, longest gap {Text(LongestGap / 1000.0)} s",
            string.Join(", ", Seconds.Select(state => $"{state.Key} {Text(state.Value)} s")),
        ];
        return string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    static string Text(double seconds) => seconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
