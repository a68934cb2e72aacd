using System.Text.Json;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Servers;

/// <summary>Forbids deploys to a host while people work on an incident, and allows them again.</summary>
static class Freeze
{
    const int FrozenAlready = 75;

    /// <returns>Whether a deploy is under way, which still ends.</returns>
    /// <exception cref="CommandException">Somebody froze it before: exit code 3.</exception>
    public static async Task<bool> BeginAsync(HostSession host, LockHolder holder, CancellationToken ct)
    {
        var words = JsonSerializer.Serialize(holder, DeployJson.Default.LockHolder);
        var outcome = await host.Shell.RunAsync(Script.Run("freeze", host.Folder.Path, words), ct);
        if (outcome.ExitCode == FrozenAlready)
        {
            throw new CommandException(
                ExitCode.Locked,
                $"Deploys to {host.Shell.Host} are {Words(LockHolder.Freezing(outcome.Output))}",
                "To give another reason: ./benevoclic unlock, then lock again."
            );
        }
        return outcome.Succeeded
            ? outcome.Output.StartsWith("busy", StringComparison.Ordinal)
            : throw new CommandException(ExitCode.Failed, $"{host.Shell.Host} says:\n{outcome.LastWords()}");
    }

    /// <returns>Who had frozen it; null when nobody had.</returns>
    public static async Task<LockHolder?> EndAsync(HostSession host, CancellationToken ct)
    {
        var outcome = await HostCommand.RunAsync(host, Script.Run("thaw", host.Folder.Path), ct);
        return outcome.Output.Length == 0 ? null : LockHolder.Freezing(outcome.Output);
    }

    static string Words(LockHolder frozen) => Output.DeploysNote.Words(frozen);
}
