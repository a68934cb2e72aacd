using System.Globalization;
using System.Text;

namespace Benevoclic.Cli.Proofs;

/// <summary>What <c>active.sh</c> found out about a process and its files.</summary>
/// <param name="Files">The release's files on the host: text by path.</param>
/// <param name="Seen">SHA-256 by path of the files as the process sees them; null when its image has nothing to tell it.</param>
/// <param name="Changed">When the newest of the mounted files came there, in seconds since 1970.</param>
/// <param name="Answers">What the process answered, by HTTP path.</param>
/// <param name="Metrics">Its metrics about its configuration, by name.</param>
sealed record ActiveFacts(
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string>? Seen,
    double Changed,
    IReadOnlyDictionary<string, string> Answers,
    IReadOnlyDictionary<string, double> Metrics
)
{
    public static ActiveFacts Parse(string output)
    {
        var lines = output
            .Split('\n')
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 3)
            .ToLookup(parts => parts[0], parts => (Name: parts[1], Value: parts[2]));
        return new ActiveFacts(
            lines["file"].ToDictionary(line => line.Name, line => Text(line.Value)),
            lines["seen"].Any() ? lines["seen"].ToDictionary(line => line.Name, line => line.Value) : null,
            lines["changed"].Select(line => Number(line.Value)).FirstOrDefault(),
            lines["answer"].ToDictionary(line => line.Name, line => Text(line.Value)),
            lines["metric"].DistinctBy(line => line.Name).ToDictionary(line => line.Name, line => Number(line.Value))
        );
    }

    static string Text(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    static double Number(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}
