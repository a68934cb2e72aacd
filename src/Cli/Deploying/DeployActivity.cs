namespace Benevoclic.Cli.Deploying;

/// <summary>Whether a host can be deployed to at the moment: what <c>activity</c> of <c>common.sh</c> tells.</summary>
/// <param name="Frozen">Who forbade deploys, or null.</param>
/// <param name="AtWork">Somebody has the deploy lock now.</param>
/// <param name="Holder">Who that is; null when nobody, or when it cannot be read.</param>
/// <param name="HalfDone">Where acts stopped that nobody ends: their deploy died, and the host with it.</param>
sealed record DeployActivity(LockHolder? Frozen, bool AtWork, LockHolder? Holder, IReadOnlyList<JournalEntry> HalfDone)
{
    public static readonly DeployActivity None = new(null, false, null, []);

    public static DeployActivity Parse(ILookup<string, string[]> facts)
    {
        var busy = facts["busy"].Select(parts => parts.FirstOrDefault("")).FirstOrDefault();
        return new DeployActivity(
            facts["frozen"].Select(parts => LockHolder.Freezing(parts[0])).FirstOrDefault(),
            busy is not null,
            busy is null ? null : LockHolder.Parse(busy),
            busy is null ? [.. Unfinished(JournalOf(facts))] : []
        );
    }

    /// <summary>The journal's last entries, oldest first.</summary>
    public static IReadOnlyList<JournalEntry> JournalOf(ILookup<string, string[]> facts) =>
        [.. facts["journal"].Select(parts => JournalEntry.Parse(string.Join('\t', parts))).OfType<JournalEntry>()];

    /// <summary>What was begun and neither committed nor undone; what was only staged has changed nothing.</summary>
    public static IEnumerable<JournalEntry> Unfinished(IReadOnlyList<JournalEntry> journal) =>
        journal
            .GroupBy(entry => (entry.Deploy, entry.Service))
            .Select(act => act.Last())
            .Where(last => !last.IsFinal && last.State != DeployState.Staged);
}
