using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class PlanCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = HostOption.Services();
        var host = HostOption.Create();
        var command = new Command("plan", "Show what deploy would do, and why; exit code 10 when there is something")
        {
            services,
            host,
        };
        command.SetAction(
            async (parsed, ct) => (int)await RunAsync(open(), parsed.GetValue(services)!, parsed.GetValue(host), ct)
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string[] services, string? named, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var facts = await host.FactsAsync(ct);
        var plans = host.Plan(host.Choose(services), facts);
        foreach (var line in PlanView.Lines(plans))
        {
            session.Terminal.Line(line);
        }
        session.Terminal.Show(facts.Frozen);
        return plans.Any(plan => plan.HasWork) ? ExitCode.HasWork : ExitCode.Done;
    }
}
