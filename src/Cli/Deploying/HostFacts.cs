using System.Text.Json;

namespace Benevoclic.Cli.Deploying;

/// <summary>What a host says about itself: the answer of <c>facts.sh</c>.</summary>
/// <param name="Key">Under which fingerprints of the environment are made; empty on a host that nobody set up.</param>
/// <param name="Frozen">Who forbade deploys, or null.</param>
/// <param name="Journal">Its last entries, oldest first.</param>
/// <param name="Services">What is there of each service.</param>
sealed record HostFacts(
    string Key,
    LockHolder? Frozen,
    IReadOnlyList<JournalEntry> Journal,
    IReadOnlyDictionary<string, ServiceFacts> Services
)
{
    public static HostFacts Parse(string text)
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        return new HostFacts(
            facts["key"].Select(parts => parts[0]).FirstOrDefault(""),
            facts["frozen"]
                .Select(parts => JsonSerializer.Deserialize(parts[0], DeployJson.Default.LockHolder))
                .FirstOrDefault(),
            [.. facts["journal"].Select(parts => JournalEntry.Parse(string.Join('\t', parts))).OfType<JournalEntry>()],
            facts["service"].ToDictionary(parts => parts[0], parts => ServiceFacts.Of(parts[0], facts))
        );
    }

    /// <summary>Releases that were begun and neither committed nor undone: their deploy died.</summary>
    public IEnumerable<JournalEntry> Unfinished =>
        Journal.GroupBy(entry => (entry.Deploy, entry.Service)).Select(act => act.Last()).Where(last => !last.IsFinal);
}
