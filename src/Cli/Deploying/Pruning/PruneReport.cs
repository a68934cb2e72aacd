namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>What a prune has done: the answer of <c>prune.sh</c>.</summary>
/// <param name="Left">What could not be removed, and why.</param>
/// <param name="Freed">Bytes that became free.</param>
/// <param name="After">What is free now.</param>
sealed record PruneReport(IReadOnlyList<string> Left, long Freed, IReadOnlyList<DiskSpace> After)
{
    public static PruneReport Parse(string text)
    {
        var facts = text.Split('\n').Select(line => line.Split('\t')).ToLookup(parts => parts[0], parts => parts[1..]);
        var after = DiskSpace.Parse(facts["after"]);
        return new PruneReport(
            [.. facts["left"].Select(parts => string.Join(": ", parts))],
            DiskSpace.Freed(DiskSpace.Parse(facts["before"]), after),
            after
        );
    }
}
