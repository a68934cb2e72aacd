namespace Benevoclic.Cli.Reports;

/// <summary>The relay's journal, as it shows it at /journal.</summary>
/// <param name="Since">What happened before that, nobody wrote down.</param>
/// <param name="Unwatched">Times in which no sign of life reached the relay; null from one that does not say.</param>
sealed record RecordedJournal(DateTimeOffset Since, IReadOnlyList<Stretch>? Unwatched = null)
{
    /// <summary>All times in which nobody could see anything.</summary>
    public IEnumerable<Stretch> Blind => [new(DateTimeOffset.MinValue, Since), .. Unwatched ?? []];
}
