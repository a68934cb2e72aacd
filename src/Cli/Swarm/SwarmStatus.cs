using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Swarm;

/// <summary>What runs on a swarm, and how it does: the answer of <c>swarm-status.sh</c>.</summary>
/// <param name="Host">The manager that was asked.</param>
/// <param name="Deploys">Whether it can be deployed to.</param>
/// <param name="Services">All services of the stack.</param>
sealed record SwarmStatus(string Host, DeployActivity Deploys, IReadOnlyList<SwarmService> Services)
{
    /// <summary>Something was deployed, and as much of it runs as should.</summary>
    public bool Healthy =>
        Services.Any(service => service.Wanted > 0)
        && Services.All(service => !service.WasDeployed || service.IsHealthy);

    /// <exception cref="CommandException">The host cannot say.</exception>
    public static async Task<SwarmStatus> AskAsync(HostSession host, Checkout checkout, CancellationToken ct)
    {
        var names = checkout.Stack.Services.Select(service => service.Name).ToList();
        var answer = await HostCommand.RunAsync(host, Script.Run("swarm-status", [host.Folder.Path, .. names]), ct);
        return Parse(answer.Output, host.Shell.Host, names);
    }

    public static SwarmStatus Parse(string text, string host, IReadOnlyList<string> services)
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        return new SwarmStatus(
            host,
            DeployActivity.Parse(facts),
            [.. services.Select(name => SwarmService.Of(name, facts))]
        );
    }
}

/// <summary>A service on a swarm.</summary>
/// <param name="Name">The service.</param>
/// <param name="WasDeployed">A deploy has brought it.</param>
/// <param name="Wanted">How many should run.</param>
/// <param name="Nodes">Where one runs and is healthy; a node may be there several times.</param>
/// <param name="Release">The release that Swarm runs, or null.</param>
/// <param name="Update">Swarm's word for the last update, or empty.</param>
/// <param name="Waiting">Why the others do not run, each a line.</param>
sealed record SwarmService(
    string Name,
    bool WasDeployed,
    int Wanted,
    IReadOnlyList<string> Nodes,
    string? Release,
    string Update,
    IReadOnlyList<string> Waiting
)
{
    public bool IsHealthy => Wanted > 0 && Nodes.Count >= Wanted;

    public static SwarmService Of(string name, ILookup<string, string[]> facts)
    {
        var own = facts["service"].FirstOrDefault(parts => parts[0] == name);
        var tasks = facts["task"].Where(parts => parts[0] == name).ToLookup(IsRunning);
        return new SwarmService(
            name,
            facts["deployed"].Any(parts => parts[0] == name),
            own is null ? 0 : int.Parse(own[1], CultureInfo.InvariantCulture),
            [.. tasks[true].Select(parts => parts[1]).Order(StringComparer.Ordinal)],
            own?[3],
            own?[2] ?? "",
            [.. tasks[false].Select(parts => $"{parts[1]}: {parts[2]} {parts[3]}".Trim())]
        );
    }

    static bool IsRunning(string[] task) => task[2].StartsWith("Running", StringComparison.Ordinal);
}
