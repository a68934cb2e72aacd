using System.Globalization;
using Benevoclic.Cli.Local;
using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>Services, their states, addresses and since when.</summary>
static class StatusTable
{
    public static Rows Of(RunReport report) => new([Table(report), .. report.Services.Select(Note).OfType<Text>()]);

    static Table Table(RunReport report)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumns("service", "state", "address", "since");
        foreach (var service in report.Services)
        {
            table.AddRow(
                new Text(service.Name, new Style(decoration: Decoration.Bold)),
                new Text(Words(service.State), Colour(service.State)),
                Address(service),
                new Text(
                    report.Since is null || service.State == ServiceState.Unavailable ? "" : Clock(service.Since),
                    Color.Grey
                )
            );
        }
        return table;
    }

    /// <summary>Why a service is in its state, below the table, where a sentence has room.</summary>
    static Text? Note(ServiceStatus service) =>
        service.Detail is { } detail ? new Text($"{service.Name}: {detail}", Color.Grey) : null;

    /// <summary>The wall clock of the person who reads it.</summary>
    public static string Clock(DateTimeOffset moment) =>
        moment.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    static Text Address(ServiceStatus service) =>
        service.State is ServiceState.Unavailable ? new Text("") : new Text(service.Address);

    public static string Words(ServiceState state) =>
        state switch
        {
            ServiceState.Healthy => "✓ healthy",
            ServiceState.Starting => "… starting",
            ServiceState.Waiting => "… waiting",
            ServiceState.Stopping => "… stopping",
            ServiceState.Unhealthy => "✗ unhealthy",
            ServiceState.Ended => "✗ ended",
            ServiceState.Stopped => "– stopped",
            _ => "– not here",
        };

    public static Color Colour(ServiceState state) =>
        state switch
        {
            ServiceState.Healthy => Color.Green,
            ServiceState.Starting or ServiceState.Waiting or ServiceState.Stopping => Color.Yellow,
            ServiceState.Unhealthy or ServiceState.Ended => Color.Red,
            _ => Color.Grey,
        };
}
