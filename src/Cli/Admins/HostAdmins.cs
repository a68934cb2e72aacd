using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Admins;

/// <summary>Runs the API's own program in its container on a host: there are the settings, the secrets and the data.</summary>
sealed class HostAdmins(IShell shell, IReadOnlyList<string> program)
{
    const string Container = "benevoclic-api";

    /// <exception cref="CommandException">The API is not on the host.</exception>
    public static async Task<HostAdmins> FindAsync(IShell shell, CancellationToken ct)
    {
        var asked = new RemoteCommand(
            "docker",
            "inspect",
            "--format",
            "{{range .Config.Entrypoint}}{{println .}}{{end}}",
            Container
        );
        var outcome = await shell.RunAsync(asked, ct);
        return outcome.Succeeded
            ? new(shell, outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            : throw new CommandException(
                ExitCode.Failed,
                $"The API is not on {shell.Host}: it was never deployed, or its container was removed.",
                "Type: ./benevoclic deploy api"
            );
    }

    /// <returns>What it says.</returns>
    /// <exception cref="CommandException">It refuses.</exception>
    public async Task<string> CreateAsync(string email, Secret password, CancellationToken ct)
    {
        var command = new RemoteCommand(["docker", "exec", "-i", Container, .. program, "admin", "create", email])
        {
            Input = new Secret($"{password.Value}\n").Bytes,
        };
        var outcome = await shell.RunAsync(command, ct);
        return outcome.Succeeded
            ? outcome.Output.Trim()
            : throw new CommandException(CodeOf(outcome), outcome.LastWords());
    }

    // The program's own word for what was typed wrong; Docker has many others for itself.
    static ExitCode CodeOf(CommandOutcome outcome) =>
        outcome.ExitCode == (int)ExitCode.Usage ? ExitCode.Usage : ExitCode.Failed;
}
