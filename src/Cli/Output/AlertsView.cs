using System.Globalization;
using Benevoclic.Cli.Alerts;
using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>What fires, and what is kept quiet.</summary>
static class AlertsView
{
    public static Rows Of(AlertsReport report, DateTimeOffset now) =>
        new([.. report.Alerts.Count > 0 ? [Alerts(report, now)] : Array.Empty<Table>(), .. Silences(report, now)]);

    public static string Summary(AlertsReport report) =>
        report switch
        {
            { ChainWorks: false } =>
                $"{ActiveAlert.Watchdog} is missing, which always fires: Prometheus does not evaluate, or its alerts do not arrive. Nothing else would arrive either. (After a start of Prometheus it takes up to a minute.)",
            { Alerts.Count: 0 } => $"Nothing fires. {ActiveAlert.Watchdog} arrives, so the chain works.",
            _ =>
                $"{Count(report.Alerts.Count, "alert")} fire{(report.Alerts.Count == 1 ? "s" : "")}{Silenced(report)}.",
        };

    static string Silenced(AlertsReport report) =>
        report.Alerts.Count(alert => alert.Silence is not null) is > 0 and var silenced ? $", {silenced} silenced" : "";

    static string Count(int number, string what) => $"{number} {what}{(number == 1 ? "" : "s")}";

    static Table Alerts(AlertsReport report, DateTimeOffset now)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        // A name on two lines is none.
        table.AddColumn(new TableColumn("alert").NoWrap());
        table.AddColumns("severity", "since", "for", "what", "about", "silenced");
        foreach (var alert in report.Alerts)
        {
            table.AddRow(
                new Text(alert.Name, new Style(Colour(alert), decoration: Decoration.Bold)),
                new Text(alert.Severity),
                new Text(Moment(alert.Since, now)),
                new Text(Spans.Words(now - alert.Since)),
                new Text(alert.Summary ?? ""),
                new Text(alert.Subject, Color.Grey),
                new Text(alert.Silence ?? "no", alert.Silence is null ? Color.Default : Color.Yellow)
            );
        }
        return table;
    }

    static IEnumerable<Text> Silences(AlertsReport report, DateTimeOffset now) =>
        report.Silences.Select(silence => new Text(
            $"silence {silence.ShortId}: {string.Join(", ", silence.Matchers)} until {Moment(silence.EndsAt, now)}, by {silence.CreatedBy}: {silence.Comment}",
            Color.Yellow
        ));

    /// <summary>With the day only when it is another one.</summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now)
    {
        var local = moment.ToLocalTime();
        var form = local.Date == now.ToLocalTime().Date ? "HH:mm:ss" : "yyyy-MM-dd HH:mm";
        return local.ToString(form, CultureInfo.InvariantCulture);
    }

    static Color Colour(FiringAlert alert) =>
        alert switch
        {
            { Silence: not null } => Color.Grey,
            { Severity: "critical" } => Color.Red,
            { Severity: "warning" } => Color.Orange1,
            _ => Color.Default,
        };
}
