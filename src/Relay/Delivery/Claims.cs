using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>Takes out of the outbox what is to be sent next, and knows what an earlier life of the relay was sending when it ended.</summary>
sealed partial class Claims(
    Journal journal,
    PatientJournal patient,
    Roads roads,
    Composer composer,
    RelayMetrics metrics,
    TimeProvider time,
    ILogger<Claims> logger
)
{
    /// <summary>Before something is sent again that may have arrived: Discord may still be storing it.</summary>
    static readonly TimeSpan Ambiguity = TimeSpan.FromSeconds(5);

    readonly Log _log = new(logger);

    public bool IsNothingLeft => journal.Read(OutboxTable.Depth).Depth == 0;

    public async Task RecoverAsync(CancellationToken ct)
    {
        foreach (var row in await patient.WriteAsync(OutboxTable.Recover, ct))
        {
            metrics.CountAmbiguous();
            _log.MayRepeat(row);
            roads.Hold(row, Ambiguity);
        }
    }

    /// <returns>Null when nothing can be sent now.</returns>
    /// <exception cref="JournalException">It could not be written down as under way, so it must not leave.</exception>
    public Task<Claim?> TakeAsync() => journal.WriteAsync(sql => Claim.Take(sql, roads, composer, time.GetUtcNow()));

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(
            LogLevel.Warning,
            "Row {Row} of the outbox was under way when the relay ended: it is sent again in 5 s, marked as a possible repeat"
        )]
        public partial void MayRepeat(long row);
    }
}
