using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Stack;

/// <summary>A folder of <c>stack/</c>: what its compose file and its <c>x-benevoclic:</c> block say.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Folder">The folder on disk.</param>
/// <param name="Image">The image, variables not yet put in.</param>
/// <param name="ContainerName">The name under which other services reach it.</param>
/// <param name="Command">The compose file's command, word by word.</param>
/// <param name="Environment">The compose file's environment.</param>
/// <param name="Volumes">The compose file's mounts.</param>
/// <param name="StopGrace">How long it may take to end by itself.</param>
/// <param name="Rollout">How a deploy replaces it.</param>
/// <param name="Port">Where it listens inside its container.</param>
/// <param name="Probe">The HTTP path that answers 2xx when it is healthy.</param>
/// <param name="After">Services that it waits for: until they are healthy, or, on this machine, until they have failed.</param>
/// <param name="Reload">The HTTP path to POST to after its files changed, or null.</param>
/// <param name="Events">The HTTP path of its server-sent events, or null.</param>
/// <param name="Checks">Commands that exit 0 when the files in its folder are good.</param>
/// <param name="Local">How it runs without Docker; null when it cannot.</param>
sealed record Service(
    string Name,
    string Folder,
    string Image,
    string ContainerName,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<Volume> Volumes,
    TimeSpan StopGrace,
    Rollout Rollout,
    int Port,
    string Probe,
    IReadOnlyList<string> After,
    string? Reload,
    string? Events,
    IReadOnlyList<IReadOnlyList<string>> Checks,
    LocalRun? Local
)
{
    /// <summary>Words to run inside its container after its files changed; empty when it has a path for that, or is started anew.</summary>
    public IReadOnlyList<string> ReloadCommand { get; init; } = [];

    /// <summary>The end of the alert path that it is; null when it is none.</summary>
    public AlertPathEnd? AlertPath { get; init; }

    /// <summary>How its process says what configuration it runs; null when it cannot.</summary>
    public ActiveSource? Active { get; init; }

    /// <summary>Where it shows the metrics that rules and dashboards count on; null when they count on none.</summary>
    public ServiceMetrics? Metrics { get; init; }

    /// <summary>How its volumes are saved.</summary>
    public BackupHold Backup { get; init; }

    /// <summary>The volumes that a backup saves: those with a name.</summary>
    public IReadOnlyList<Volume> Data => Backup == BackupHold.Never ? [] : [.. Volumes.Where(volume => volume.IsNamed)];

    /// <summary>Those of its variables that nobody may see.</summary>
    public IReadOnlyList<ServiceSecret> Secrets { get; init; } = [];

    /// <summary>What it does on a swarm.</summary>
    public SwarmRun Swarm { get; init; } = SwarmRun.Once;
}
