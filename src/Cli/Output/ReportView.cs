using System.Globalization;
using Benevoclic.Cli.Reports;
using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>A month's numbers.</summary>
static class ReportView
{
    public static Table Of(MonthReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        // A name on two lines is none.
        table.AddColumn(new TableColumn("alert").NoWrap());
        table.AddColumns(
            "times",
            "in all",
            "mean to repair",
            "slowest to see",
            "slowest to tell",
            "flaps",
            "found late"
        );
        foreach (var alert in report.Alerts)
        {
            table.AddRow(
                alert.Name,
                Number(alert.Count),
                Span(alert.Total),
                Span(alert.MeanToRepair),
                Seconds(alert.WorstDetection),
                Seconds(alert.WorstDelivery),
                Number(alert.Relapses),
                Number(alert.Caught)
            );
        }
        return table;
    }

    public static IEnumerable<string> Lines(MonthReport report) =>
        [
            report.Availability is { } share
                ? $"{report.Month}: the API was available {Percent(share)} of the time that was watched; down {Span(report.Down)}, of which {Span(report.Planned)} in deploys; nobody watched for {Span(report.Unknown)}."
                : $"{report.Month}: nobody watched. The relay's journal begins later.",
            report.Alerts.Count == 0
                ? "No alert in it."
                : "An outage counts from the last good measurement: at most one scrape too much, while Prometheus ran. What has none counts from when its alert fired.",
            .. report.Advice.Select(advice => $"→ {advice}"),
        ];

    static string Percent(double share) => $"{(share * 100).ToString("0.000", CultureInfo.InvariantCulture)} %";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Span(double? seconds) => seconds is { } known ? Spans.Words(TimeSpan.FromSeconds(known)) : "";

    static string Seconds(double? seconds) => seconds is { } known ? Spans.Seconds(TimeSpan.FromSeconds(known)) : "";
}
