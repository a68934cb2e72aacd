using System.CommandLine;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Output;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Commands;

static class PreflightCommand
{
    public static Command Create(Func<Session> open)
    {
        var host = HostOption.Create();
        var command = new Command("preflight", "Look whether a deploy can go well; changes nothing") { host };
        command.SetAction(async (parsed, ct) => (int)await RunAsync(open(), parsed.GetValue(host), ct));
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, string? named, CancellationToken ct)
    {
        var checkout = Checkout.Load(session.Root);
        var findings = PreflightWish.MissingSecrets(checkout.Stack.Services, Checkout.ProcessEnvironment).ToList();
        try
        {
            findings.InsertRange(0, await AskAsync(session, checkout, named, ct));
        }
        catch (CommandException e)
        {
            // The rest is told all the same: nobody likes to learn of one problem after the other.
            findings.Insert(0, Finding.Problem(e.Message, e.Next ?? "Look with: ./benevoclic check"));
        }
        foreach (var finding in findings.OrderBy(finding => finding.Verdict))
        {
            Show(session.Terminal, finding);
        }
        var problems = findings.Count(finding => finding.Verdict == Verdict.Problem);
        session.Terminal.Line(problems == 0 ? "Ready for a deploy." : $"Problems: {problems}.");
        return problems == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    static async Task<IReadOnlyList<Finding>> AskAsync(
        Session session,
        Checkout checkout,
        string? named,
        CancellationToken ct
    )
    {
        await using var host = await HostSession.OpenAsync(checkout, named, ct);
        var wish = PreflightWish.Of(host, checkout);
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
