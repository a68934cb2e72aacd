using System.CommandLine;
using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

/// <summary>`silence` and `unsilence`: an alert that everybody knows of need not cry.</summary>
static class SilenceCommand
{
    public static IEnumerable<Command> Create(Func<Session> open) => [Silence(open), Unsilence(open)];

    static Command Silence(Func<Session> open)
    {
        var matchers = new Argument<string[]>("matcher")
        {
            Description = "An alert (ServerDown), or labels: severity=warning, alertname=~\"High.*\"; all must fit",
            Arity = ArgumentArity.OneOrMore,
        };
        var time = new Option<string>("--for")
        {
            Description = "How long, such as 30m, 2h, 1d",
            DefaultValueFactory = _ => "1h",
        };
        var reason = new Option<string>("--reason", "-r")
        {
            Description = "Why; whoever misses the alert reads it",
            Required = true,
        };
        var host = HostOption.ForLocalVerb();
        var command = new Command("silence", "Keep alerts from people for a while") { matchers, time, reason, host };
        command.SetAction(
            async (parsed, ct) =>
            {
                var session = open();
                var wish = SilenceWish.Parse(
                    parsed.GetValue(matchers)!,
                    parsed.GetValue(time)!,
                    parsed.GetValue(reason)!
                );
                await using var monitoring = await Monitoring.OpenAsync(
                    session,
                    HostOption.Has(parsed, host),
                    parsed.GetValue(host),
                    ct
                );
                return (int)await SilenceAsync(session, monitoring, wish, ct);
            }
        );
        return command;
    }

    static Command Unsilence(Func<Session> open)
    {
        var id = new Argument<string>("id")
        {
            Description = "The silence, by its id or the beginning of it, as alerts shows it",
        };
        var host = HostOption.ForLocalVerb();
        var command = new Command("unsilence", "End a silence now") { id, host };
        command.SetAction(
            async (parsed, ct) =>
            {
                var session = open();
                await using var monitoring = await Monitoring.OpenAsync(
                    session,
                    HostOption.Has(parsed, host),
                    parsed.GetValue(host),
                    ct
                );
                return (int)await UnsilenceAsync(session, monitoring, parsed.GetValue(id)!, ct);
            }
        );
        return command;
    }

    static async Task<ExitCode> SilenceAsync(
        Session session,
        Monitoring monitoring,
        SilenceWish wish,
        CancellationToken ct
    )
    {
        var alertmanager = new Alertmanager(monitoring);
        var alerts = await alertmanager.AlertsAsync(ct);
        wish.RefuseUnknown([.. await new RuleNames(monitoring).ReadAsync(ct), .. alerts.Select(alert => alert.Name)]);
        wish.RefuseWatchdog(alerts);
        var now = session.Time.GetUtcNow();
        var by = DeployAct.Begin(now, Checkout.ProcessEnvironment).By;
        var silence = new Silence(wish.Matchers, now, now + wish.For, by, wish.Reason);
        var id = await alertmanager.SilenceAsync(silence, ct);
        var muted = alerts.Where(silence.Mutes).Select(alert => alert.Name).ToList();
        session.Terminal.Line(
            $"Silenced until {AlertsView.Moment(silence.EndsAt, now)}: {string.Join(", ", silence.Matchers)}. {Muted(muted)}"
        );
        session.Terminal.Line($"Ends earlier with: ./benevoclic unsilence {id[..8]}{HostWord(monitoring)}");
        return ExitCode.Done;
    }

    static async Task<ExitCode> UnsilenceAsync(Session session, Monitoring monitoring, string id, CancellationToken ct)
    {
        var alertmanager = new Alertmanager(monitoring);
        var silence = SilenceChoice.Find(await alertmanager.SilencesAsync(ct), id);
        await alertmanager.EndAsync(silence, ct);
        session.Terminal.Line($"Not silenced any more: {string.Join(", ", silence.Matchers)}");
        return ExitCode.Done;
    }

    static string Muted(List<string> names) =>
        names.Count == 0 ? "Nothing of that fires at the moment." : $"Muted now: {string.Join(", ", names)}.";

    static string HostWord(Monitoring monitoring) => monitoring.Host is null ? "" : " --host";
}
