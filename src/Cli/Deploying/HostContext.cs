using Benevoclic.Cli.Deploying.Announcing;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>A host that we hold the lock of.</summary>
/// <param name="Shell">Runs commands there.</param>
/// <param name="Folder">Our folder there.</param>
/// <param name="Key">Under which its fingerprints are made.</param>
/// <param name="Ports">Public ports by service.</param>
sealed record HostContext(IShell Shell, HostFolder Folder, string Key, IReadOnlyDictionary<string, int> Ports)
{
    /// <summary>How long a new release may take until it answers.</summary>
    public required TimeSpan Gate { get; init; }

    /// <summary>How many run of a service that runs several times.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>What a deploy of one of its ends has to prove; null when there is none.</summary>
    public AlertPath? AlertPath { get; init; }

    /// <summary>Hears how each release fares; null: nobody does.</summary>
    public Announcer? Announcer { get; init; }

    /// <summary>Cancelled when the lock is not ours any more: the host undoes by itself then.</summary>
    public CancellationToken Lost { get; init; }
}
