using System.Text.Json;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

/// <summary>`status --host`.</summary>
static class HostStatusVerb
{
    const int PipeWidth = 200;

    public static async Task<ExitCode> RunAsync(Session session, string? named, bool json, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        if (host.OnSwarm)
        {
            return await SwarmStatusView.RunAsync(session, host, checkout, json, ct);
        }
        var status = await HostStatus.AskAsync(host, checkout, ct);
        if (json)
        {
            session.Terminal.Output.Profile.Out.Writer.WriteLine(
                JsonSerializer.Serialize(status, ServersJson.Default.HostStatus)
            );
        }
        else
        {
            if (!session.Terminal.IsLive)
            {
                // A pipe has no edge, and a folded table cannot be searched.
                session.Terminal.Output.Profile.Width = PipeWidth;
            }
            session.Terminal.Output.Write(HostStatusTable.Of(status));
            session.Terminal.Line(Summary(status));
            session.Terminal.Show(status.Deploys);
        }
        return status.Healthy ? ExitCode.Done : ExitCode.Failed;
    }

    static string Summary(HostStatus status) =>
        status switch
        {
            { Healthy: true } => $"Everything that was deployed to {status.Host} is healthy.",
            _ when status.Services.All(service => service.State == HostedState.Absent) =>
                $"Nothing was deployed to {status.Host} yet. Type: ./benevoclic deploy",
            _ => $"Not everything on {status.Host} is healthy. Look with: ./benevoclic logs SERVICE --host",
        };
}
