using System.CommandLine;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

/// <summary>start, stop and restart: one service of what up runs, or of a host.</summary>
static class ServiceCommands
{
    public static IEnumerable<Command> Create(Func<Session> open) =>
        [
            Create("start", "Start a service and wait until it is healthy", ControlVerb.Start, open),
            Create("stop", "Stop a service; it finishes what it is doing", ControlVerb.Stop, open),
            Create("restart", "Stop and start a service, with its files as they are now", ControlVerb.Restart, open),
        ];

    static Command Create(string name, string description, ControlVerb verb, Func<Session> open)
    {
        var service = new Argument<string>("service") { Description = "A folder of stack/" };
        var host = HostOption.ForLocalVerb();
        var command = new Command(name, description) { service, host };
        command.SetAction(
            async (parsed, ct) =>
                (int)
                    await (
                        HostOption.Has(parsed, host)
                            ? HostTurnVerb.RunAsync(open(), parsed.GetValue(host), name, parsed.GetValue(service)!, ct)
                            : RunAsync(open(), verb, parsed.GetValue(service)!, ct)
                    )
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, ControlVerb verb, string service, CancellationToken ct)
    {
        // A name that does not exist is a wrong command, also when nothing runs.
        var known = Checkout.Load(session.Root).Stack.Find(service);
        var report = await session.Control.AskAsync(new ControlRequest(verb, known.Name), ct);
        var status = report.Services.Single(found => found.Name == known.Name);
        session.Terminal.Line($"{StatusTable.Words(status.State)}  {status.Name}  {status.Address}");
        // A service that runs and does not answer was left alone, which is no success either.
        return verb == ControlVerb.Stop || status.State == ServiceState.Healthy ? ExitCode.Done : ExitCode.Failed;
    }
}
