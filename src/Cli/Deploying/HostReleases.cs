using System.Text.Json;
using Benevoclic.Cli.Deploying.Receipts;

namespace Benevoclic.Cli.Deploying;

/// <summary>The releases that are on a host, and how they ended: the answer of <c>releases.sh</c>.</summary>
/// <param name="All">Oldest first.</param>
/// <param name="Verdicts">Every final entry that the whole journal has about them, oldest first.</param>
sealed record HostReleases(IReadOnlyList<Release> All, IReadOnlyList<JournalEntry> Verdicts)
{
    public static HostReleases Parse(string text)
    {
        var facts = text.Split('\n')
            .Select(line => line.Split('\t', 2))
            .ToLookup(parts => parts[0], parts => parts[^1]);
        return new HostReleases(
            [
                .. facts["release"]
                    .Select(json => JsonSerializer.Deserialize(json, DeployJson.Default.Release)!)
                    .OrderBy(release => release.Id, StringComparer.Ordinal),
            ],
            [.. facts["verdict"].Select(JournalEntry.Parse).OfType<JournalEntry>().Where(entry => entry.IsVerdict)]
        );
    }

    public IEnumerable<Release> Of(string service) => All.Where(release => release.Service == service);

    /// <summary>It was committed, and never undone: a rollback may choose it.</summary>
    public bool IsGood(Release release)
    {
        var own = About(release).Select(entry => entry.State).ToList();
        return own.Count > 0 && own.TrueForAll(state => state == DeployState.Committed);
    }

    /// <summary>What users saw when it was brought last; null where nobody looked.</summary>
    public Receipt? ReceiptOf(Release release) =>
        About(release).LastOrDefault(entry => entry.Receipt is not null)?.Receipt;

    IEnumerable<JournalEntry> About(Release release) =>
        Verdicts.Where(entry => entry.Service == release.Service && entry.Release == release.Id);

    /// <summary>What the last act that committed anything has committed; empty where nothing ever was.</summary>
    public IReadOnlyList<JournalEntry> LastAct
    {
        get
        {
            var committed = Verdicts.Where(entry => entry.State == DeployState.Committed).ToList();
            return [.. committed.Where(entry => entry.Deploy == committed[^1].Deploy)];
        }
    }
}
