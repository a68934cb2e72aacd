namespace Benevoclic.Api.Orphans;

/// <param name="Errors">Always empty: a failure is an answer of its own.</param>
sealed record CleanupShape(long DeletedCount, IReadOnlyList<string> Errors);
