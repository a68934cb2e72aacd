using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Servers;

/// <summary>Runs a command on a host that has to succeed.</summary>
static class HostCommand
{
    /// <exception cref="CommandException">It failed; the message holds what it said last.</exception>
    public static async Task<CommandOutcome> RunAsync(HostSession host, RemoteCommand command, CancellationToken ct)
    {
        var outcome = await host.Shell.RunAsync(command, ct);
        return outcome.Succeeded ? outcome : throw Failed(host, outcome);
    }

    static CommandException Failed(HostSession host, CommandOutcome outcome) =>
        new(
            ExitCode.Failed,
            $"{host.Shell.Host} says, with exit code {outcome.ExitCode}:\n{outcome.LastWords()}",
            "See what is missing there with: ./benevoclic preflight"
        );
}
