using System.CommandLine;
using System.Net.Sockets;
using Benevoclic.Cli.Commands;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli;

/// <summary>The whole command: its verbs, and the only place where errors become text and exit codes.</summary>
static class CommandLine
{
    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = Root(() => Session.Open(terminal));
        var parsed = root.Parse(args);
        if (UsageErrors.Of(parsed) is { Count: > 0 } errors)
        {
            foreach (var line in errors)
            {
                terminal.ErrorLine(line, line == errors[^1] ? "yellow" : "red");
            }
            return ExitCode.Usage;
        }
        try
        {
            return (ExitCode)await parsed.InvokeAsync(Invocation(terminal));
        }
        catch (CommandException e)
        {
            return Fail(terminal, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException)
        {
            // The machine's fault and not ours: a full disk, a folder that belongs to somebody else. .NET names the path.
            return Fail(terminal, new CommandException(ExitCode.Failed, e.Message));
        }
        catch (HostLostException e)
        {
            return Fail(terminal, new CommandException(ExitCode.Failed, e.Message, "Type the same again."));
        }
        catch (OperationCanceledException)
        {
            terminal.ErrorLine("Interrupted.", "yellow");
            return ExitCode.Interrupted;
        }
    }

    internal static RootCommand Root(Func<Session> open)
    {
        var root = new RootCommand("Runs, watches and deploys Benevoclic")
        {
            UpCommand.Create(open),
            DownCommand.Create(open),
            StatusCommand.Create(open),
            LogsCommand.Create(open),
            CheckCommand.Create(open),
            SecretsCommand.Create(open),
            PreflightCommand.Create(open),
            SetupCommand.Create(open),
            BuildCommand.Create(open),
            InstallCommand.Create(open),
            PlanCommand.Create(open),
            DeployCommand.Create(open),
            RollbackCommand.Create(open),
            ReleasesCommand.Create(open),
            PruneCommand.Create(open),
            OpenCommand.Create(open),
            ClusterCommand.Create(open),
            BackupCommand.Create(open),
            RestoreCommand.Create(open),
            JournalCommand.Create(open),
            AlertsCommand.Create(open),
            DrillCommand.Create(open),
            ReportCommand.Create(open),
            WatchCommand.Create(open),
            AdminCommand.Create(open),
            SeedCommand.Create(open),
        };
        var others = ServiceCommands.Create(open).Concat(LockCommand.Create(open)).Concat(SilenceCommand.Create(open));
        foreach (var command in others)
        {
            root.Add(command);
        }
        return root;
    }

    static ExitCode Fail(Terminal terminal, CommandException problem)
    {
        terminal.Show(problem);
        JobSummary.Of(Checkout.ProcessEnvironment).Failed(problem);
        return problem.ExitCode;
    }

    static InvocationConfiguration Invocation(Terminal terminal) =>
        new()
        {
            EnableDefaultExceptionHandler = false,
            Output = terminal.Output.Profile.Out.Writer,
            // Its default of two seconds would end the process while services still finish what they are doing.
            ProcessTerminationTimeout = TimeSpan.FromDays(1),
        };
}
