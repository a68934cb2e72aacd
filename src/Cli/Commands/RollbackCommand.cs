using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class RollbackCommand
{
    public static Command Create(Func<Session> open)
    {
        var service = new Argument<string>("service") { Description = "A folder of stack/" };
        var to = new Option<string?>("--to")
        {
            Description = "The release; the last good one before the current when it is not named",
        };
        var host = HostOption.Create();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask; needed where nobody can answer" };
        var command = new Command(
            "rollback",
            "Bring a service back to an earlier release, configuration and secrets included"
        )
        {
            service,
            to,
            host,
            yes,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await RunAsync(
                        open(),
                        parsed.GetValue(service)!,
                        parsed.GetValue(to),
                        parsed.GetValue(host),
                        parsed.GetValue(yes),
                        ct
                    )
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        string name,
        string? to,
        string? named,
        bool yes,
        CancellationToken ct
    )
    {
        var (terminal, time) = (session.Terminal, session.Time);
        var checkout = Checkout.Load(session.Root);
        var service = checkout.Stack.Find(name);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var act = DeployAct.Begin(time.GetUtcNow(), Checkout.ProcessEnvironment);
        var started = time.GetTimestamp();
        var run = new RollbackRun(
            host,
            checkout,
            act,
            time,
            text => terminal.Line($"{StatusTable.Clock(time.GetUtcNow())}  {text}")
        );
        var release = await run.RunAsync(
            service,
            to,
            found =>
                terminal.Confirm(
                    [$"  < {name}: back to {found.Id}, deployed by {found.By} {found.At:yyyy-MM-dd HH:mm} UTC"],
                    yes
                ),
            ct
        );
        terminal.Line(
            release is null
                ? "Nothing was changed."
                : $"{name} is back at {release.Id}, in {time.GetElapsedTime(started).TotalSeconds:0.0} s."
        );
        return ExitCode.Done;
    }
}
