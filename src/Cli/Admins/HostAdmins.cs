using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Admins;

/// <summary>Runs the API's own program in its container on a host: there are the settings, the secrets and the data.</summary>
sealed class HostAdmins(IShell shell, string container, IReadOnlyList<string> program)
{
    const string Container = "benevoclic-api";

    /// <param name="shell">The host.</param>
    /// <param name="onSwarm">Any replica on that node does: all of them share what they keep.</param>
    /// <param name="ct">Ends the question.</param>
    /// <exception cref="CommandException">The API is not on the host.</exception>
    public static async Task<HostAdmins> FindAsync(IShell shell, bool onSwarm, CancellationToken ct)
    {
        var container = onSwarm ? await ReplicaAsync(shell, ct) : Container;
        var asked = new RemoteCommand(
            "docker",
            "inspect",
            "--format",
            "{{range .Config.Entrypoint}}{{println .}}{{end}}",
            container
        );
        var outcome = await shell.RunAsync(asked, ct);
        return outcome.Succeeded
            ? new(shell, container, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            : throw new CommandException(
                ExitCode.Failed,
                $"The API is not on {shell.Host}: it was never deployed, or its container was removed.",
                onSwarm
                    ? "Look on which nodes it runs with: ./benevoclic status --host; then enter one of them, with --host and VPS_HOST_KEY"
                    : "Type: ./benevoclic deploy api"
            );
    }

    /// <returns>What it says.</returns>
    /// <exception cref="CommandException">It refuses.</exception>
    public async Task<string> CreateAsync(string email, Secret password, CancellationToken ct)
    {
        var command = new RemoteCommand(["docker", "exec", "-i", container, .. program, "admin", "create", email])
        {
            Input = new Secret($"{password.Value}\n").Bytes,
        };
        var outcome = await shell.RunAsync(command, ct);
        return outcome.Succeeded
            ? outcome.Output.Trim()
            : throw new CommandException(CodeOf(outcome), outcome.LastWords());
    }

    static async Task<string> ReplicaAsync(IShell shell, CancellationToken ct)
    {
        var asked = new RemoteCommand(
            "docker",
            "ps",
            "--quiet",
            "--filter",
            "label=com.docker.swarm.service.name=benevoclic_api"
        );
        return (await shell.RunAsync(asked, ct)).Output.Split('\n')[0];
    }

    // The program's own word for what was typed wrong; Docker has many others for itself.
    static ExitCode CodeOf(CommandOutcome outcome) =>
        outcome.ExitCode == (int)ExitCode.Usage ? ExitCode.Usage : ExitCode.Failed;
}
