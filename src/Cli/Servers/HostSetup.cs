using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Servers;

/// <summary>Makes a server ready for deploys.</summary>
static class HostSetup
{
    const int NeedsAPerson = 68;

    /// <returns>What was changed; nothing on a host that was ready.</returns>
    /// <exception cref="CommandException">A person has to do something first; the message names it, and what was changed.</exception>
    public static async Task<IReadOnlyList<string>> RunAsync(HostSession host, string user, CancellationToken ct)
    {
        var outcome = await host.Shell.RunAsync(Script.Run("setup", host.Folder.Path, user), ct);
        var facts = outcome.Output.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0]);
        var changes = facts["changed"].Select(parts => parts[1]).ToList();
        return outcome.Succeeded ? changes : throw Failed(host, outcome, changes, facts["problem"].FirstOrDefault());
    }

    static CommandException Failed(HostSession host, CommandOutcome outcome, List<string> changes, string[]? problem)
    {
        var done = changes.Count == 0 ? "Nothing was changed." : $"Changed before: {string.Join("; ", changes)}.";
        return outcome.ExitCode == NeedsAPerson && problem is [_, var found, var next]
            ? new CommandException(
                ExitCode.Failed,
                $"{host.Shell.Host}: {found}. {done}\n{LastOf(outcome.Error)}".TrimEnd(),
                next
            )
            : new CommandException(ExitCode.Failed, $"{host.Shell.Host}: {LastOf(outcome.Error)}\n{done}");
    }

    static string LastOf(string text) => string.Join('\n', text.TrimEnd().Split('\n').TakeLast(10));
}
