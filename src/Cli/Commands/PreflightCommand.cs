using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Secrets;
using Benevoclic.Cli.Servers;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Commands;

static class PreflightCommand
{
    public static Command Create(Func<Session> open)
    {
        var services = new ServiceChoice();
        var host = HostOption.Create();
        var command = new Command("preflight", "Look whether a deploy can go well; changes nothing")
        {
            services.Services,
            services.Except,
            host,
        };
        command.SetAction(
            async (parsed, ct) => (int)await RunAsync(open(), services.In(parsed), parsed.GetValue(host), ct)
        );
        return command;
    }

    static async Task<ExitCode> RunAsync(
        Session session,
        Func<Checkout, string[]> choose,
        string? named,
        CancellationToken ct
    )
    {
        var checkout = Checkout.Load(session.Root);
        var services = checkout.Stack.Choose(choose(checkout));
        var secrets = Secrets(checkout, services, named);
        var findings = MissingSecrets.Findings(secrets, Checkout.ProcessEnvironment).ToList();
        findings.InsertRange(0, await HostAsync(session, checkout, services, named, secrets, ct));
        JobSummary.Of(Checkout.ProcessEnvironment).Show(findings);
        foreach (var finding in findings.OrderBy(finding => finding.Verdict))
        {
            Show(session.Terminal, finding);
        }
        var problems = findings.Count(finding => finding.Verdict == Verdict.Problem);
        session.Terminal.Line(problems == 0 ? "Ready for a deploy." : $"Problems: {problems}.");
        return problems == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    static IReadOnlyList<ListedSecret> Secrets(Checkout checkout, IReadOnlyList<Service> services, string? named)
    {
        string[] own = named == Hosts.Local ? [] : [OwnNeeds.Deploy];
        var secrets = SecretList.Of(
            checkout,
            Checkout.ProcessEnvironment,
            [.. own, .. services.Select(one => one.Name)]
        );
        return [.. secrets.Where(secret => named is null || secret.Name != "VPS_HOST")];
    }

    /// <summary>A problem that keeps us away from the host is one among the others: nobody likes to learn of one after the other.</summary>
    static async Task<IReadOnlyList<Finding>> HostAsync(
        Session session,
        Checkout checkout,
        IReadOnlyList<Service> services,
        string? named,
        IReadOnlyList<ListedSecret> secrets,
        CancellationToken ct
    )
    {
        if (secrets.Any(secret => secret.IsMissing && secret.IsNeededBy(OwnNeeds.Deploy)))
        {
            return [Finding.Note("The host was not asked: it is not said which, or how to enter it")];
        }
        try
        {
            return await AskAsync(session, checkout, services, named, ct);
        }
        catch (CommandException e)
        {
            return [Finding.Problem(e.Message, e.Next ?? "Look with: ./benevoclic check")];
        }
    }

    static async Task<IReadOnlyList<Finding>> AskAsync(
        Session session,
        Checkout checkout,
        IReadOnlyList<Service> services,
        string? named,
        CancellationToken ct
    )
    {
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var wish = PreflightWish.Of(host, checkout, services);
        var before = session.Time.GetUtcNow();
        var answer = await HostCommand.RunAsync(host, Script.Run("preflight", [host.Folder.Path, .. wish.Images]), ct);
        var facts = PreflightFacts.Parse(answer.Output);
        return Preflight.Judge(facts, wish with { Asked = (before, session.Time.GetUtcNow()) });
    }

    static void Show(Terminal terminal, Finding finding)
    {
        var (sign, style) = finding.Verdict switch
        {
            Verdict.Good => ("✓", "green"),
            Verdict.Note => ("!", "yellow"),
            _ => ("✗", "red"),
        };
        terminal.Line($"{sign} {finding.Text}", style);
        if (finding.Next is { } next)
        {
            terminal.Line($"    {next}");
        }
    }
}
