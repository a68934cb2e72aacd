using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>Writes until it is kept. What Discord said must not be forgotten because the disk is full: it would be sent again.</summary>
sealed partial class PatientJournal(Journal journal, TimeProvider time, ILogger<PatientJournal> logger)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Log _log = new(logger);

    public async Task<T> WriteAsync<T>(Func<Sql, T> change, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return await journal.WriteAsync(change);
            }
            catch (JournalException full) when (!ct.IsCancellationRequested)
            {
                _log.NotKept(full.Message);
                await Task.Delay(Pause, time, ct);
            }
        }
    }

    public Task WriteAsync(Action<Sql> change, CancellationToken ct) =>
        WriteAsync(
            sql =>
            {
                change(sql);
                return true;
            },
            ct
        );

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "What Discord answered waits for the journal: {Problem}")]
        public partial void NotKept(string problem);
    }
}
