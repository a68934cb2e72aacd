using System.Globalization;

namespace Benevoclic.Cli.Proofs;

/// <summary>Whether a process sees the release's files, and has read them since they came.</summary>
static class ActiveFiles
{
    /// <summary>The kernel's clock for files may be one tick behind the one that the process reads.</summary>
    const double Tick = 0.01;

    public static IEnumerable<string> Differences(
        ActiveSource source,
        IReadOnlyDictionary<string, string> hashes,
        ActiveFacts facts
    ) => [.. Seen(hashes, facts.Seen), .. Read(Prefix(source), facts)];

    static IEnumerable<string> Seen(
        IReadOnlyDictionary<string, string> hashes,
        IReadOnlyDictionary<string, string>? seen
    )
    {
        if (seen is null)
        {
            yield break;
        }
        foreach (var (path, hash) in hashes.Where(pair => seen.GetValueOrDefault(pair.Key) != pair.Value))
        {
            yield return seen.ContainsKey(path)
                ? $"{path}: the process sees another text than the release's, as with a mount that was replaced behind its back"
                : $"{path}: the process does not see it";
        }
        foreach (var path in seen.Keys.Except(hashes.Keys))
        {
            yield return $"{path}: the process sees it, and the release has no such file";
        }
    }

    static IEnumerable<string> Read(string prefix, ActiveFacts facts)
    {
        if (
            facts.Metrics.GetValueOrDefault($"{prefix}_config_last_reload_successful", double.NaN) is var good and not 1
        )
        {
            yield return double.IsNaN(good)
                ? "it does not say whether it could read its configuration"
                : "it could not read its configuration, and runs the one before";
        }
        var read = facts.Metrics.GetValueOrDefault(
            $"{prefix}_config_last_reload_success_timestamp_seconds",
            double.NaN
        );
        if (!(read >= facts.Changed - Tick))
        {
            yield return $"it read its configuration at {Time(read)}, and the files came at {Time(facts.Changed)}";
        }
    }

    static string Prefix(ActiveSource source) => source.Kind == ActiveKind.Prometheus ? "prometheus" : "alertmanager";

    static string Time(double seconds) =>
        double.IsNaN(seconds)
            ? "an unknown time"
            : DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToString("HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);
}
