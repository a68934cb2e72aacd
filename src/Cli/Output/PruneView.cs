using Benevoclic.Cli.Deploying.Pruning;

namespace Benevoclic.Cli.Output;

/// <summary>What a prune removes, and what stays.</summary>
static class PruneView
{
    public static IEnumerable<string> Gone(PrunePlan plan) =>
        [
            .. plan.Releases.Select(Line),
            .. plan.Images.Select(image =>
                $"  - image {string.Join(", ", image.Names)}: {DiskSpace.Words(image.Size)}"
            ),
            $"Removes {plan.Releases.Count} releases and {plan.Images.Count} images, {DiskSpace.Words(plan.Size)} at most.",
        ];

    /// <param name="plan">What could go.</param>
    /// <param name="report">What went; null when nothing did.</param>
    public static IEnumerable<string> Outcome(PrunePlan plan, PruneReport? report) =>
        [
            .. report?.Left.Select(left => $"Could not be removed: {left}") ?? [],
            report is null ? "Nothing was removed." : Result(report),
            .. plan.Kept.Count == 0 ? [] : Kept(plan).Prepend("Kept:"),
        ];

    static string Result(PruneReport report) =>
        $"Freed {DiskSpace.Words(report.Freed)}; now {string.Join(", ", report.After.Select(disk => $"{DiskSpace.Words(disk.Free)} free for {disk.Folder}"))}.";

    static IEnumerable<string> Kept(PrunePlan plan) =>
        plan
            .Kept.GroupBy(kept => kept.Release.Service)
            .Select(own =>
                $"  = {own.Key}: {string.Join(", ", own.Reverse().Select(kept => $"{kept.Release.Id} ({kept.Why})"))}"
            );

    static string Line(OldRelease old) =>
        $"  - {old.Release.Service} {old.Release.Id}: {(old.IsGood ? "good" : "bad")}, deployed by {old.Release.By} {old.Release.At:yyyy-MM-dd HH:mm} UTC, {DiskSpace.Words(old.Size)}";
}
