using System.Globalization;
using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Output;

/// <summary>Says that nobody may deploy, that somebody does, or that a deploy died half way: wherever somebody looks at a host.</summary>
static class DeploysNote
{
    public static void Show(this Terminal terminal, DeployActivity deploys)
    {
        foreach (var line in Lines(deploys))
        {
            terminal.Line(line, "yellow");
        }
    }

    public static void Show(this Terminal terminal, IReadOnlyList<RebuiltImage> rebuilt)
    {
        foreach (var image in rebuilt)
        {
            terminal.Line(image.Note, "yellow");
        }
    }

    public static IEnumerable<string> Lines(DeployActivity deploys) =>
        [.. Frozen(deploys.Frozen), .. AtWork(deploys), .. HalfDone(deploys.HalfDone)];

    public static string Words(LockHolder frozen) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"frozen by {frozen.By} since {frozen.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {frozen.Why}"
        );

    static IEnumerable<string> Frozen(LockHolder? frozen) =>
        frozen is null ? [] : [$"Deploys are {Words(frozen)}. When it is over: ./benevoclic unlock"];

    static IEnumerable<string> AtWork(DeployActivity deploys) =>
        deploys switch
        {
            { AtWork: false } => [],
            { Holder: { } holder } => [$"At work there now: {holder.Act}"],
            _ => ["A deploy is at work there now. Look with: ./benevoclic journal"],
        };

    static IEnumerable<string> HalfDone(IReadOnlyList<JournalEntry> entries) =>
        entries.Select(entry =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Service} is half way to {entry.Release}: what {entry.By} began died at {entry.At.UtcDateTime:HH:mm:ss} UTC while {entry.State.ToString().ToLowerInvariant()}. Undone first, before anything else, by: ./benevoclic deploy {entry.Service}"
            )
        );
}
