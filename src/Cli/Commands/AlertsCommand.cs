using System.CommandLine;
using System.Text.Json;
using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class AlertsCommand
{
    public static Command Create(Func<Session> open)
    {
        var json = new Option<bool>("--json") { Description = "For programs: one JSON document" };
        var host = HostOption.ForLocalVerb();
        var command = new Command(
            "alerts",
            "Show what fires, since when, and whether it is silenced; exit code 1 when no alert could arrive"
        )
        {
            json,
            host,
        };
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
                return (int)await RunAsync(session, monitoring, parsed.GetValue(json), ct);
            }
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, Monitoring monitoring, bool json, CancellationToken ct)
    {
        var alertmanager = new Alertmanager(monitoring);
        var report = AlertsReport.Of(await alertmanager.AlertsAsync(ct), await alertmanager.SilencesAsync(ct));
        if (json)
        {
            // Through the writer and not through the console: nothing may fold or colour it.
            session.Terminal.Output.Profile.Out.Writer.WriteLine(
                JsonSerializer.Serialize(report, AlertsJson.Indented.AlertsReport)
            );
        }
        else
        {
            session.Terminal.Output.Write(AlertsView.Of(report, session.Time.GetUtcNow()));
            session.Terminal.Line(AlertsView.Summary(report), report.ChainWorks ? "default" : "red");
        }
        return report.ChainWorks ? ExitCode.Done : ExitCode.Failed;
    }
}
