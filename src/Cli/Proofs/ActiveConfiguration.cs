using System.Text.Json;

namespace Benevoclic.Cli.Proofs;

/// <summary>Compares what a process says it runs with the files of its release. Pure.</summary>
static class ActiveConfiguration
{
    /// <param name="source">The program.</param>
    /// <param name="hashes">The release's files: SHA-256 by path.</param>
    /// <param name="facts">What was found.</param>
    /// <param name="canonical">Prometheus' own form of an expression; null when it takes none.</param>
    /// <returns>What differs, a line for people each; empty when the process runs its release.</returns>
    public static IReadOnlyList<string> Differences(
        ActiveSource source,
        IReadOnlyDictionary<string, string> hashes,
        ActiveFacts facts,
        Func<string, string?> canonical
    )
    {
        try
        {
            return
            [
                .. ActiveFiles.Differences(source, hashes, facts),
                .. source.Kind == ActiveKind.Prometheus
                    ? ActivePrometheus.Differences(source, facts, canonical)
                    : ActiveAlertmanager.Differences(source, facts),
            ];
        }
        catch (Exception e)
            when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [$"its answer cannot be read: {e.Message}"];
        }
    }
}
