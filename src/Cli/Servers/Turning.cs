using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Servers;

/// <summary>Starts, stops or restarts a service's container.</summary>
static class Turning
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan SwarmLimit = TimeSpan.FromMinutes(3);
    const int NotThere = 67;

    /// <exception cref="CommandException">It is not there, or does not answer.</exception>
    public static async Task RunAsync(HostSession host, string verb, Service service, CancellationToken ct)
    {
        if (host.OnSwarm)
        {
            await OnSwarmAsync(host, verb, service, ct);
            return;
        }
        string[] arguments =
        [
            host.Folder.Path,
            verb,
            service.Name,
            service.Port.ToString(CultureInfo.InvariantCulture),
            service.Probe,
            $"{service.StopGrace.TotalSeconds:0}",
            $"{StartLimit.TotalSeconds:0}",
        ];
        var outcome = await host.Shell.RunAsync(Script.Run("turn", arguments), ct);
        if (!outcome.Succeeded)
        {
            throw Failed(host, verb, service.Name, outcome);
        }
    }

    static async Task OnSwarmAsync(HostSession host, string verb, Service service, CancellationToken ct)
    {
        if (verb != "restart")
        {
            throw new CommandException(
                ExitCode.Usage,
                $"On a swarm nothing is {verb}ed by hand: Swarm starts what should run.",
                $"To replace its tasks by new ones: ./benevoclic restart {service.Name} --host"
            );
        }
        var limit = $"{SwarmLimit.TotalSeconds:0}";
        var outcome = await host.Shell.RunAsync(Script.Run("swarm-restart", host.Folder.Path, service.Name, limit), ct);
        if (!outcome.Succeeded)
        {
            throw Failed(host, verb, service.Name, outcome);
        }
    }

    static CommandException Failed(HostSession host, string verb, string service, CommandOutcome outcome) =>
        outcome.ExitCode == NotThere
            ? new(
                ExitCode.Failed,
                $"{service} is not on {host.Shell.Host}: it was never deployed, or its container was removed.",
                $"Type: ./benevoclic deploy {service}"
            )
            : new(
                ExitCode.Failed,
                $"{service} on {host.Shell.Host}, after {verb}: {outcome.LastWords(20)}",
                $"Look with: ./benevoclic logs {service} --host"
            );
}
