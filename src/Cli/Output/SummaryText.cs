using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Deploying.RollingBack;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Output;

/// <summary>What a job summary says, line by line. Pure.</summary>
static class SummaryText
{
    public static IReadOnlyList<string> ResultHead { get; } =
    [
        "",
        "### Result",
        "",
        "| service | release | ended | requests | failed | longest gap | took |",
        "|---|---|---|---|---|---|---|",
    ];

    public static IEnumerable<string> Plan(string host, IReadOnlyList<ServicePlan> plans) =>
        plans.Any(plan => plan.HasWork)
            ?
            [
                "",
                $"### Plan for {Cell(host)}",
                "",
                "| service | how | why |",
                "|---|---|---|",
                .. plans.Select(plan =>
                    plan.HasWork
                        ? $"| {plan.Service.Name} | {PlanView.Way(plan)} | {string.Join("<br>", plan.Reasons.Select(Cell))} |"
                        : $"| {plan.Service.Name} | nothing to do | |"
                ),
            ]
            : ["", $"### Plan for {Cell(host)}", "", "Nothing to do: what is wanted is what runs."];

    public static IEnumerable<string> Back(string host, IReadOnlyList<WayBack> ways) =>
        [
            "",
            $"### Way back on {Cell(host)}",
            "",
            "| service | to |",
            "|---|---|",
            .. ways.Select(way =>
                $"| {way.Service} | {(way.To is { } release ? $"{release.Id}, deployed by {Cell(release.By)} {Day(release.At)}" : $"stays, {Cell(way.Why ?? "")}")} |"
            ),
        ];

    public static string Result(Release release, DeployState state, Receipt receipt)
    {
        var ended = state == DeployState.Committed ? "✅ committed" : "❌ undone";
        var gap = receipt.Probes == 0 ? "" : $"{Seconds(receipt.LongestGap / 1000.0)} s";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {release.Service} | {release.Id} | {ended} | {receipt.Requests} | {receipt.Failed} | {gap} | {Seconds(receipt.Seconds.Values.Sum())} s |"
        );
    }

    /// <summary>What keeps a deploy from going well, or should be known. What is good is counted.</summary>
    public static IEnumerable<string> Preflight(IReadOnlyList<Finding> findings)
    {
        var told = findings.Where(finding => finding.Verdict != Verdict.Good).OrderByDescending(one => one.Verdict);
        return
        [
            "",
            "### Preflight",
            "",
            $"{findings.Count(finding => finding.Verdict == Verdict.Good)} good, {findings.Count(finding => finding.Verdict == Verdict.Problem)} problems.",
            "",
            .. told.Select(finding =>
                $"- {(finding.Verdict == Verdict.Problem ? "❌" : "⚠️")} {Cell(finding.Text)}{(finding.Next is { } next ? $"<br>{Cell(next)}" : "")}"
            ),
        ];
    }

    public static IEnumerable<string> Failure(CommandException problem) =>
        [
            "",
            "### ❌ Failed",
            "",
            "```text",
            // Three of them would end the block.
            problem.Message.Replace("```", "'''", StringComparison.Ordinal),
            "```",
            .. problem.Next is { } next ? new[] { "", Cell(next) } : [],
        ];

    /// <summary>The commit, the pages of the services, and the way back.</summary>
    public static IEnumerable<string> Links(Checkout checkout, IReadOnlyDictionary<string, string> environment)
    {
        var repository =
            $"{environment.GetValueOrDefault("GITHUB_SERVER_URL")}/{environment.GetValueOrDefault("GITHUB_REPOSITORY")}";
        var commit = environment.GetValueOrDefault("GITHUB_SHA", "");
        string[] own =
        [
            $"[commit {commit[..Math.Min(7, commit.Length)]}]({repository}/commit/{commit})",
            $"[roll back]({repository}/actions/workflows/rollback.yml)",
        ];
        return [string.Join(" · ", own.Where(_ => repository.Length > 1).Concat(Pages(checkout)))];
    }

    /// <summary>None while the public address is still this machine's own.</summary>
    static IEnumerable<string> Pages(Checkout checkout)
    {
        var (address, domain, ports) = (
            checkout.Installation.PublicAddress,
            checkout.Installation.Domain,
            checkout.Installation.Ports
        );
        return new Uri(address).IsLoopback
            ? []
            : ports.Select(port =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"[{port.Key}]({(port.Key == "api" && domain.Length > 0 ? $"https://{domain}/health" : $"{address}:{port.Value}")})"
                )
            );
    }

    /// <summary>Any text, as one that neither ends a table's cell nor is read as Markdown or HTML.</summary>
    public static string Cell(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal)
            .Replace("\n", "<br>", StringComparison.Ordinal);

    static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    static string Seconds(double seconds) => seconds.ToString("0.0#", CultureInfo.InvariantCulture);
}
