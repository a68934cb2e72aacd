using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Deploying;

/// <summary>A service as it will be on a host, before it has a release's id.</summary>
/// <param name="Definition">SHA-256 of its compose file without the release's id.</param>
/// <param name="Compose">Its compose file, for a given release.</param>
/// <param name="Files">The files that its container mounts, by path.</param>
/// <param name="FilesTarget">Where they are mounted; null when it mounts none.</param>
/// <param name="Environment">Variables of its container and secrets, by name: for fingerprints.</param>
/// <param name="Secrets">What is mounted below /run/secrets, by name.</param>
/// <param name="Volumes">Names of the volumes that it needs.</param>
sealed record RenderedService(
    string Definition,
    Func<string, string> Compose,
    IReadOnlyDictionary<string, byte[]> Files,
    string? FilesTarget,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, Secret> Secrets,
    IReadOnlyList<string> Volumes
)
{
    /// <summary>What Swarm keeps for it; empty on one machine.</summary>
    public IReadOnlyList<SwarmContent> Contents { get; init; } = [];

    /// <summary>A release that is on the host already: nothing of it has to be made.</summary>
    public static RenderedService OnHost(Release release) =>
        new(
            release.Definition,
            id => throw new InvalidOperationException($"{id} is rendered already"),
            new Dictionary<string, byte[]>(),
            null,
            new Dictionary<string, string>(),
            new Dictionary<string, Secret>(),
            []
        );
}
