using System.Text.Json;

namespace Benevoclic.Cli.Deploying;

/// <summary>What a host has of one service.</summary>
/// <param name="Last">The release that was committed last, or null.</param>
/// <param name="Container">The container that has the service's name, or null.</param>
/// <param name="Files">SHA-256 by path of the files that are mounted now.</param>
/// <param name="ImageDigest">What the image's name in the compose file means on the host; null when it is not there.</param>
sealed record ServiceFacts(
    Release? Last,
    ContainerFacts? Container,
    IReadOnlyDictionary<string, string> Files,
    string? ImageDigest
)
{
    /// <summary>The release whose container serves, for the scripts: <c>-</c> when there is none, <c>hand</c> when no deploy made it.</summary>
    public string Kept => Container is null ? "-" : Container.Release ?? "hand";

    public static readonly ServiceFacts None = new(null, null, new Dictionary<string, string>(), null);

    public static ServiceFacts Of(string service, ILookup<string, string[]> facts)
    {
        var own = facts
            .SelectMany(group => group.Select(parts => (kind: group.Key, parts)))
            .Where(fact => fact.parts is [var name, _, ..] && name == service)
            .ToLookup(fact => fact.kind, fact => fact.parts);
        return new ServiceFacts(
            own["release"]
                .Select(parts => JsonSerializer.Deserialize(parts[1], DeployJson.Default.Release))
                .FirstOrDefault(),
            own["container"].Select(parts => ContainerFacts.Parse(parts[1])).FirstOrDefault(),
            own["file"].ToDictionary(parts => parts[1], parts => parts[2]),
            own["image"].Select(parts => parts[1]).FirstOrDefault()
        );
    }
}
