using System.Globalization;
using Benevoclic.Cli.Servers;
using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>Services of a host, how they do and what they use.</summary>
static class HostStatusTable
{
    public static Rows Of(HostStatus status) => new([Table(status), .. status.Services.Select(Note).OfType<Text>()]);

    static Table Table(HostStatus status)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumns("service", "state", "release", "up", "restarts", "cpu", "memory", "address");
        foreach (var service in status.Services)
        {
            table.AddRow(
                new Text(service.Name, new Style(decoration: Decoration.Bold)),
                new Text(Words(service.State), Colour(service.State)),
                new Text(service.Release ?? ""),
                new Text(service.Since is { } since ? Span(status.Now - since) : "", Color.Grey),
                new Text(Restarts(service)),
                new Text(service.Cpu ?? ""),
                new Text(service.Memory ?? ""),
                new Text(service.Address ?? "", Color.Grey)
            );
        }
        return table;
    }

    static string Restarts(HostedService service) =>
        service.State is HostedState.Absent or HostedState.Gone
            ? ""
            : service.Restarts.ToString(CultureInfo.InvariantCulture);

    static Text? Note(HostedService service) =>
        service.Detail is { } detail ? new Text($"{service.Name}: {detail}", Color.Grey) : null;

    /// <summary>The two largest units say enough: <c>3 d 4 h</c>, <c>5 min 2 s</c>.</summary>
    public static string Span(TimeSpan span) =>
        span switch
        {
            { TotalDays: >= 1 } => $"{span.Days} d {span.Hours} h",
            { TotalHours: >= 1 } => $"{span.Hours} h {span.Minutes} min",
            { TotalMinutes: >= 1 } => $"{span.Minutes} min {span.Seconds} s",
            // The host's clock tells full seconds and the engine parts of them, so a fresh start may lie ahead.
            _ => $"{Math.Max(0, span.Seconds)} s",
        };

    public static string Words(HostedState state) =>
        state switch
        {
            HostedState.Healthy => "✓ healthy",
            HostedState.Unhealthy => "✗ unhealthy",
            HostedState.Stopped => "✗ stopped",
            HostedState.Gone => "✗ gone",
            _ => "– not deployed",
        };

    static Color Colour(HostedState state) =>
        state switch
        {
            HostedState.Healthy => Color.Green,
            HostedState.Absent => Color.Grey,
            _ => Color.Red,
        };
}
