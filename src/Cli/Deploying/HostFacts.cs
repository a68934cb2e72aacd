namespace Benevoclic.Cli.Deploying;

/// <summary>What a host says about itself: the answer of <c>facts.sh</c>.</summary>
/// <param name="Key">Under which fingerprints of the environment are made; empty on a host that nobody set up.</param>
/// <param name="Deploys">Whether it can be deployed to.</param>
/// <param name="Journal">Its last entries, oldest first.</param>
/// <param name="Services">What is there of each service.</param>
sealed record HostFacts(
    string Key,
    DeployActivity Deploys,
    IReadOnlyList<JournalEntry> Journal,
    IReadOnlyDictionary<string, ServiceFacts> Services
)
{
    public static HostFacts Parse(string text)
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        return new HostFacts(
            facts["key"].Select(parts => parts[0]).FirstOrDefault(""),
            DeployActivity.Parse(facts),
            DeployActivity.JournalOf(facts),
            facts["service"].ToDictionary(parts => parts[0], parts => ServiceFacts.Of(parts[0], facts))
        );
    }

    /// <summary>What was begun and has not ended; for whoever has the deploy lock, its deploy is dead.</summary>
    public IEnumerable<JournalEntry> Unfinished => DeployActivity.Unfinished(Journal);
}
