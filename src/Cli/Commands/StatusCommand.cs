using System.CommandLine;
using System.Text.Json;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class StatusCommand
{
    public static Command Create(Func<Session> open)
    {
        var json = new Option<bool>("--json") { Description = "For programs: one JSON document" };
        var host = HostOption.ForLocalVerb();
        var command = new Command("status", "Show what runs; exit code 1 when something that should run is not healthy")
        {
            json,
            host,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await (
                        HostOption.Has(parsed, host)
                            ? HostStatusVerb.RunAsync(open(), parsed.GetValue(host), parsed.GetValue(json), ct)
                            : RunAsync(open(), parsed.GetValue(json), ct)
                    )
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, bool json, CancellationToken ct)
    {
        var report = await session.Control.StatusAsync(ct) ?? Nothing(session);
        if (json)
        {
            // Through the writer and not through the console: nothing may fold or colour it.
            session.Terminal.Output.Profile.Out.Writer.WriteLine(
                JsonSerializer.Serialize(report, CliJson.Indented.RunReport)
            );
        }
        else
        {
            session.Terminal.Output.Write(StatusTable.Of(report));
            session.Terminal.Line(Summary(report));
        }
        return report.Healthy ? ExitCode.Done : ExitCode.Failed;
    }

    static RunReport Nothing(Session session)
    {
        var checkout = Checkout.Load(session.Root);
        var now = session.Time.GetUtcNow();
        return RunReport.Of(
            null,
            null,
            [
                .. checkout.Stack.Services.Select(service => new ServiceStatus(
                    service.Name,
                    ServiceState.Stopped,
                    checkout.AddressOf(service),
                    now
                )),
            ]
        );
    }

    static string Summary(RunReport report) =>
        report switch
        {
            { Since: null } => "Nothing is running. Type: ./benevoclic up",
            { Healthy: true } =>
                $"Up since {StatusTable.Clock(report.Since.Value)} (pid {report.Pid}). Everything that can run here is healthy.",
            _ => $"Up since {StatusTable.Clock(report.Since.Value)} (pid {report.Pid}). Not everything is healthy.",
        };
}
