using System.CommandLine;
using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Drills;
using Benevoclic.Cli.Servers;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Commands;

static class DrillCommand
{
    public static Command Create(Func<Session> open)
    {
        var name = new Argument<string>("fault")
        {
            Description = "What is to happen",
            DefaultValueFactory = _ => DrillPlan.All[0].Name,
        };
        name.Among([.. DrillPlan.All.Select(plan => plan.Name)]);
        var countdown = NumberOption.Create("--countdown", 0, 60, 5, "Seconds in which you may still say no");
        var host = HostOption.ForLocalVerb();
        var command = new Command(
            "drill",
            "Break something for real, and measure every stage of the way to Discord and back; everything is put back"
        )
        {
            name,
            countdown,
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
                    ct,
                    NotOnSwarm.Drill
                );
                var plan = DrillPlan.All.Single(one => one.Name == parsed.GetValue(name));
                return (int)await RunAsync(session, monitoring, plan, parsed.GetValue(countdown), ct);
            }
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        Monitoring monitoring,
        DrillPlan plan,
        int countdown,
        CancellationToken ct
    )
    {
        // A deploy would be undone for a fault that is ours.
        await using var held = monitoring.Host is { } host
            ? await HostLock.TakeAsync(host, session.Time, $"drill {plan.Name}", ct)
            : null;
        try
        {
            await new DrillRun(session, monitoring, plan, Checkout.Load(session.Root)).RunAsync(countdown, ct);
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            session.Terminal.ErrorLine("Interrupted. Everything was put back.", "yellow");
            return ExitCode.Interrupted;
        }
    }
}
