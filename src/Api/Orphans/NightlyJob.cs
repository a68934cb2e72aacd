namespace Benevoclic.Api.Orphans;

/// <summary>Work that is done once a night, by one of all the instances.</summary>
/// <param name="Name">Of its lease and in the log.</param>
/// <param name="Hour">In Paris.</param>
/// <param name="RunAsync">How many things it has removed.</param>
sealed record NightlyJob(string Name, int Hour, Func<CancellationToken, Task<long>> RunAsync);
