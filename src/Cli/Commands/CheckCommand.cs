using System.CommandLine;
using Benevoclic.Cli.Checks;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Commands;

static class CheckCommand
{
    public static Command Create(Func<Session> open)
    {
        var command = new Command("check", "Check benevoclic.yaml, every compose file, and every service's own files");
        command.SetAction(async (_, ct) => (int)await RunAsync(open(), ct));
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, CancellationToken ct)
    {
        var problems = new Problems();
        var checkout = Checkout.Read(session.Root, Checkout.ProcessEnvironment, problems);
        foreach (var check in await FileChecks.RunAsync(checkout.Stack, problems, ct))
        {
            Show(session, check);
        }
        MetricChecks.Run(checkout.Stack, problems);
        problems.ThrowIfAny();
        session.Terminal.Line($"{Installation.FileName} and {checkout.Stack.Services.Count} services are good.");
        return ExitCode.Done;
    }

    static void Show(Session session, FileCheck check)
    {
        if (check.NotRun is { } reason)
        {
            session.Terminal.Line($"- {check.Name}: not checked here, {reason}", "yellow");
        }
        else
        {
            session.Terminal.Line($"✓ {check.Name}", "green");
        }
    }
}
