namespace Benevoclic.Relay.Journaling;

/// <summary>Once an hour, removes what nobody will ask for any more. Incidents stay for two years: the monthly reports are made of them.</summary>
sealed partial class Pruning(Journal journal, TimeProvider time, ILogger<Pruning> logger) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>At once, so that nobody waits for it: the writer is everybody's.</summary>
    const int Rows = 500;

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Interval, time);
        do await PruneAsync(time.GetUtcNow(), stoppingToken);
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    async Task PruneAsync(DateTimeOffset now, CancellationToken ct)
    {
        await RemoveAsync("bodies", "is_read = 1 AND at < $1", now.AddDays(-7), ct);
        await RemoveAsync("outbox", "state NOT IN ('Waiting', 'Sending') AND at < $1", now.AddDays(-30), ct);
        await RemoveAsync("messages", "at < $1", now.AddDays(-90), ct);
        await RemoveAsync("moments", "at < $1", now.AddDays(-90), ct);
        await RemoveAsync("incidents", "phase = 'Closed' AND closed_at < $1", now.AddYears(-2), ct);
    }

    async Task RemoveAsync(string table, string which, DateTimeOffset before, CancellationToken ct)
    {
        try
        {
            var statement =
                $"DELETE FROM {table} WHERE id IN (SELECT id FROM {table} WHERE {which} ORDER BY id LIMIT {Rows})";
            while (await journal.WriteAsync(sql => sql.Run(statement, before)) == Rows)
                ct.ThrowIfCancellationRequested();
        }
        catch (JournalException full)
        {
            _log.NotRemoved(table, full.Message);
        }
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "Old rows of {Table} cannot be removed: {Problem}")]
        public partial void NotRemoved(string table, string problem);
    }
}
