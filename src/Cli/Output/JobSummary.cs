using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Deploying.RollingBack;
using Benevoclic.Cli.Servers;

namespace Benevoclic.Cli.Output;

/// <summary>
/// The page of a workflow run, in Markdown: plan, results with their receipts, links. Written piece by piece, so that a run that breaks off
/// shows how far it came. Where no workflow runs, nothing is written.
/// </summary>
/// <param name="path">GITHUB_STEP_SUMMARY; null when there is none.</param>
sealed class JobSummary(string? path)
{
    bool _hasResults;

    public static JobSummary Of(IReadOnlyDictionary<string, string> environment) =>
        new(environment.GetValueOrDefault("GITHUB_STEP_SUMMARY") is { Length: > 0 } path ? path : null);

    public void Show(string host, IReadOnlyList<ServicePlan> plans) => Write(SummaryText.Plan(host, plans));

    public void Show(string host, IReadOnlyList<WayBack> ways) => Write(SummaryText.Back(host, ways));

    public void Show(IReadOnlyList<Finding> findings) => Write(SummaryText.Preflight(findings));

    /// <summary>One release came to its end.</summary>
    public void Ended(Release release, DeployState state, Receipt receipt)
    {
        if (!_hasResults)
        {
            Write(SummaryText.ResultHead);
        }
        _hasResults = true;
        Write([SummaryText.Result(release, state, receipt)]);
    }

    /// <summary>All came to an end, and where to look now.</summary>
    public void Done(string words, Checkout checkout, IReadOnlyDictionary<string, string> environment) =>
        Write(["", $"**{SummaryText.Cell(words)}**", "", .. SummaryText.Links(checkout, environment)]);

    public void Line(string text) => Write(["", SummaryText.Cell(text)]);

    public void Failed(CommandException problem) => Write(SummaryText.Failure(problem));

    void Write(IEnumerable<string> lines)
    {
        if (path is not null)
        {
            File.AppendAllLines(path, lines);
        }
    }
}
