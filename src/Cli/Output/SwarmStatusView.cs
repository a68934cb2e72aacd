using System.Globalization;
using System.Text.Json;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Servers;
using Benevoclic.Cli.Swarm;
using Spectre.Console;

namespace Benevoclic.Cli.Output;

/// <summary>`status --host` on a swarm: what runs how often, and on which nodes.</summary>
static class SwarmStatusView
{
    const int PipeWidth = 200;

    public static async Task<ExitCode> RunAsync(
        Session session,
        HostSession host,
        Checkout checkout,
        bool json,
        CancellationToken ct
    )
    {
        var status = await SwarmStatus.AskAsync(host, checkout, ct);
        if (json)
        {
            session.Terminal.Output.Profile.Out.Writer.WriteLine(
                JsonSerializer.Serialize(status, ServersJson.Default.SwarmStatus)
            );
        }
        else
        {
            Show(session.Terminal, status);
        }
        return status.Healthy ? ExitCode.Done : ExitCode.Failed;
    }

    static void Show(Terminal terminal, SwarmStatus status)
    {
        if (!terminal.IsLive)
        {
            terminal.Output.Profile.Width = PipeWidth;
        }
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumns("service", "run", "release", "nodes", "last update");
        foreach (var service in status.Services)
        {
            var run = string.Create(CultureInfo.InvariantCulture, $"{service.Nodes.Count} of {service.Wanted}");
            table.AddRow(
                new Text(service.Name, new Style(decoration: Decoration.Bold)),
                new Text(service.WasDeployed ? run : "", service.IsHealthy ? Color.Green : Color.Red),
                new Text(service.Release ?? ""),
                new Text(string.Join(' ', service.Nodes)),
                new Text(service.Update, Color.Grey)
            );
        }
        terminal.Output.Write(table);
        foreach (
            var line in status.Services.SelectMany(
                service => service.Waiting,
                (service, why) => $"{service.Name} on {why}"
            )
        )
        {
            terminal.Line(line, "yellow");
        }
        terminal.Line(
            status.Healthy
                ? $"Everything that was deployed to the swarm of {status.Host} is healthy."
                : $"Not everything on the swarm of {status.Host} is healthy. Look with: ./benevoclic logs SERVICE --host, ./benevoclic cluster status"
        );
        terminal.Show(status.Deploys);
    }
}
