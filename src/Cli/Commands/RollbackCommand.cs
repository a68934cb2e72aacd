using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.RollingBack;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class RollbackCommand
{
    public static Command Create(Func<Session> open)
    {
        var service = new Argument<string?>("service")
        {
            Description = "A folder of stack/; all that the last deploy changed when none is named",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var to = new Option<string?>("--to")
        {
            Description = "The release; the last good one before the current when it is not named",
        };
        var host = HostOption.Create();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask; needed where nobody can answer" };
        var command = new Command(
            "rollback",
            "Bring a service, or all that the last deploy changed, back to the release before, configuration and secrets included"
        )
        {
            service,
            to,
            host,
            yes,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(to) is not null && result.GetValue(service) is null)
            {
                result.AddError(
                    "--to needs a SERVICE, because a release belongs to one: ./benevoclic rollback SERVICE --to RELEASE"
                );
            }
        });
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await RunAsync(
                        open(),
                        parsed.GetValue(service),
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
        string? name,
        string? to,
        string? named,
        bool yes,
        CancellationToken ct
    )
    {
        var (terminal, time) = (session.Terminal, session.Time);
        var checkout = Checkout.Load(session.Root);
        var service = name is null ? null : checkout.Stack.Find(name);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var environment = Checkout.ProcessEnvironment;
        var summary = JobSummary.Of(environment);
        var act = DeployAct.Begin(time.GetUtcNow(), environment) with { Ended = summary.Ended };
        var started = time.GetTimestamp();
        var run = new RollbackRun(
            host,
            checkout,
            act,
            time,
            text => terminal.Line($"{StatusTable.Clock(time.GetUtcNow())}  {text}")
        );
        var done = await run.RunAsync(
            service,
            to,
            ways =>
            {
                summary.Show(host.Shell.Host, ways);
                return terminal.Confirm(ways.Select(Line), yes);
            },
            ct
        );
        var words =
            done.Count == 0
                ? "Nothing was changed."
                : $"Back: {string.Join(", ", done.Select(release => $"{release.Service} {release.Id}"))}, in {time.GetElapsedTime(started).TotalSeconds:0.0} s, {host.Shell.RoundTrips} round trips.";
        terminal.Line(words);
        summary.Done(words, checkout, environment);
        return ExitCode.Done;
    }

    static string Line(WayBack way) =>
        way.To is { } release
            ? $"  < {way.Service}: back to {release.Id}, deployed by {release.By} {release.At:yyyy-MM-dd HH:mm} UTC"
            : $"  = {way.Service}: stays, {way.Why}";
}
