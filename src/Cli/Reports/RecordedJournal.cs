namespace Benevoclic.Cli.Reports;

/// <summary>The relay's journal, as it shows it at /journal.</summary>
/// <param name="Since">What happened before that, nobody wrote down.</param>
sealed record RecordedJournal(DateTimeOffset Since);
