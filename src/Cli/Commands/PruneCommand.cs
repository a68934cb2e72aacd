using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Pruning;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Commands;

static class PruneCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = HostOption.Services();
        var keep = NumberOption.Create(
            "--keep",
            PruneChoice.Least,
            100,
            PruneChoice.Least,
            $"How many good releases of each service stay, {PruneChoice.Least} or more"
        );
        var host = HostOption.Create();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask; needed where nobody can answer" };
        var command = new Command("prune", "Remove old releases and their images from the host")
        {
            services,
            keep,
            host,
            yes,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await RunAsync(
                        open(),
                        parsed.GetValue(services)!,
                        parsed.GetValue(keep),
                        parsed.GetValue(host),
                        parsed.GetValue(yes),
                        ct
                    )
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        string[] services,
        int keep,
        string? named,
        bool yes,
        CancellationToken ct
    )
    {
        var (terminal, time) = (session.Terminal, session.Time);
        var checkout = Checkout.Load(session.Root);
        string[] chosen = [.. services.Select(name => checkout.Stack.Find(name).Name)];
        await using var host = await HostSession.OpenAsync(checkout, named, ct, NotOnSwarm.Prune);
        var act = DeployAct.Begin(time.GetUtcNow(), Checkout.ProcessEnvironment);
        var run = new PruneRun(host, act, time, text => terminal.Line(text));
        var (plan, report) = await run.RunAsync(
            chosen,
            keep,
            found => terminal.Confirm(PruneView.Gone(found), yes),
            ct
        );
        foreach (var line in PruneView.Outcome(plan, report))
        {
            terminal.Line(line);
        }
        return ExitCode.Done;
    }
}
