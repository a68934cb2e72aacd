namespace Benevoclic.Cli.Proofs;

/// <summary>What a service answers to a scrape: Prometheus' text format, or OpenMetrics.</summary>
static class Exposition
{
    /// <summary>The names of its series; a histogram has three: _bucket, _sum and _count.</summary>
    public static IReadOnlySet<string> Names(string text) =>
        text.Split('\n')
            .Where(line => line.Length > 0 && line[0] is not ('#' or ' '))
            .Select(Name)
            .Where(name => name.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    static string Name(string line) =>
        // A name that is not a plain word stands in quotes among the labels.
        line.StartsWith("{\"", StringComparison.Ordinal)
            ? line[2..Math.Max(2, line.IndexOf('"', 2))]
        : line.IndexOfAny(['{', ' ', '\t']) is > 0 and var end ? line[..end]
        : "";
}
