using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Reports;

namespace Benevoclic.Cli.Commands;

static class ReportCommand
{
    public static Command Create(Func<Session> open)
    {
        var month = new Option<string>("--month")
        {
            Description = "Such as 2026-11; the last one that is over when none is named",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "For programs: one JSON document" };
        var host = HostOption.ForLocalVerb();
        var command = new Command(
            "report",
            "What a month was like: availability, outages, detection, alerts that help nobody"
        )
        {
            month,
            json,
            host,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var session = open();
                var wanted = Month.Parse(
                    parsed.GetValue(month) ?? "",
                    session.Time.GetUtcNow(),
                    session.Time.LocalTimeZone
                );
                await using var monitoring = await Monitoring.OpenAsync(
                    session,
                    HostOption.Has(parsed, host),
                    parsed.GetValue(host),
                    ct
                );
                Show(session, await ReadAsync(session, monitoring, wanted, ct), parsed.GetValue(json));
                return (int)ExitCode.Done;
            }
        );
        return command;
    }

    static async Task<MonthReport> ReadAsync(Session session, Monitoring monitoring, Month month, CancellationToken ct)
    {
        var incidents = await monitoring.GetAsync(
            monitoring.Relay,
            $"/incidents?since={Text(month.From)}&until={Text(month.To)}",
            AlertsJson.Default.RecordedIncidentArray,
            ct
        );
        var journal = await monitoring.GetAsync(monitoring.Relay, "/journal", AlertsJson.Default.RecordedJournal, ct);
        return MonthReport.Of(month, session.Time.GetUtcNow(), journal, incidents);
    }

    static void Show(Session session, MonthReport report, bool json)
    {
        var (terminal, writer) = (session.Terminal, session.Terminal.Output.Profile.Out.Writer);
        if (json)
        {
            // Through the writer and not through the console: nothing may fold or colour it.
            writer.WriteLine(JsonSerializer.Serialize(report, AlertsJson.Indented.MonthReport));
            return;
        }
        if (report.Alerts.Count > 0)
        {
            terminal.Output.Write(ReportView.Of(report));
        }
        foreach (var line in ReportView.Lines(report).Where(line => line.Length > 0))
        {
            terminal.Line(line);
        }
    }

    static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
