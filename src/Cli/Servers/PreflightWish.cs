using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Servers;

/// <summary>What a deploy will need.</summary>
/// <param name="Host">The host in words.</param>
/// <param name="Folder">Where our files are to be there.</param>
/// <param name="Ports">To be opened on the host.</param>
/// <param name="Images">To be run there.</param>
/// <param name="Asked">Our clock before the question and after the answer.</param>
sealed record PreflightWish(
    string Host,
    string Folder,
    IReadOnlyCollection<int> Ports,
    IReadOnlyCollection<string> Images,
    (DateTimeOffset Before, DateTimeOffset After) Asked
)
{
    /// <summary>A deploy goes to a swarm.</summary>
    public bool OnSwarm { get; init; }

    public static PreflightWish Of(HostSession host, Checkout checkout, IReadOnlyList<Service> services) =>
        new(
            host.Shell.Host,
            host.Folder.Path,
            HostStatus.OpenPorts(host, checkout),
            [.. services.Select(host.Renderer.ImageOf).Distinct()],
            default
        )
        {
            OnSwarm = host.OnSwarm,
        };
}
