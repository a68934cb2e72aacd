using System.CommandLine;
using System.Text.Json;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Commands;

static class PlanCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = new ServiceChoice();
        var host = HostOption.Create();
        var json = new Option<bool>("--json") { Description = "For programs: one JSON document" };
        var command = new Command("plan", "Show what deploy would do, and why; exit code 10 when there is something")
        {
            services.Services,
            services.Except,
            host,
            json,
        };
        command.SetAction(
            async (parsed, ct) =>
                (int)await RunAsync(open(), services.In(parsed), parsed.GetValue(host), parsed.GetValue(json), ct)
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        Func<Checkout, string[]> choose,
        string? named,
        bool json,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        var services = choose(checkout);
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var chosen = host.Choose(services);
        var asked = RebuiltImage.AskAsync(host, chosen, ct);
        var facts = await host.FactsAsync(ct);
        var plans = host.Plan(chosen, facts);
        var rebuilt = await asked;
        if (json)
        {
            var report = PlanReport.Of(host.Shell.Host, facts.Deploys, plans, rebuilt);
            session.Terminal.Output.Profile.Out.Writer.WriteLine(
                JsonSerializer.Serialize(report, DeployJson.Indented.PlanReport)
            );
        }
        else
        {
            Show(session.Terminal, plans, facts.Deploys);
            session.Terminal.Show(rebuilt);
        }
        JobSummary.Of(Checkout.ProcessEnvironment).Show(host.Shell.Host, plans);
        return plans.Any(plan => plan.HasWork) ? ExitCode.HasWork : ExitCode.Done;
    }

    static void Show(Terminal terminal, IReadOnlyList<ServicePlan> plans, DeployActivity deploys)
    {
        foreach (var line in PlanView.Lines(plans))
        {
            terminal.Line(line);
        }
        terminal.Show(deploys);
    }
}
