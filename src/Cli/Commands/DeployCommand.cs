using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class DeployCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = new ServiceChoice();
        var host = HostOption.Create();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask; needed where nobody can answer" };
        var wait = NumberOption.Create("--wait", 0, 3600, 0, "Seconds to wait for another deploy to end");
        var command = new Command("deploy", "Bring services to the host, and undo what does not work")
        {
            services.Services,
            services.Except,
            host,
            wait,
            yes,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await RunAsync(
                        open(),
                        services.In(parsed),
                        parsed.GetValue(host),
                        TimeSpan.FromSeconds(parsed.GetValue(wait)),
                        parsed.GetValue(yes),
                        ct
                    )
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        Func<Checkout, string[]> choose,
        string? named,
        TimeSpan wait,
        bool yes,
        CancellationToken ct
    )
    {
        var (terminal, time) = (session.Terminal, session.Time);
        var checkout = Checkout.Load(session.Root);
        var services = choose(checkout);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var environment = Checkout.ProcessEnvironment;
        var summary = JobSummary.Of(environment);
        var act = DeployAct.Begin(time.GetUtcNow(), environment) with { Wait = wait, Ended = summary.Ended };
        var started = time.GetTimestamp();
        var run = new DeployRun(
            host,
            checkout,
            act,
            time,
            text => terminal.Line($"{StatusTable.Clock(time.GetUtcNow())}  {text}")
        );
        var isWanted = true;
        var done = await run.RunAsync(
            services,
            plans =>
            {
                summary.Show(host.Shell.Host, plans);
                return isWanted = terminal.Confirm(PlanView.Lines(plans), yes);
            },
            ct
        );
        var way = $"in {time.GetElapsedTime(started).TotalSeconds:0.0} s, {host.Shell.RoundTrips} round trips";
        var words =
            !isWanted ? "Nothing was changed."
            : done.Count == 0 ? $"Nothing to do, found out {way}."
            : $"Deployed {string.Join(", ", done.Select(release => $"{release.Service} {release.Id}"))} {way}.";
        terminal.Line(words);
        if (isWanted && done.Count == 0)
        {
            terminal.Show(await RebuiltImage.AskAsync(host, host.Choose(services), ct));
        }
        summary.Done(words, checkout, environment);
        return ExitCode.Done;
    }
}
