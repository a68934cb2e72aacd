using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Incidents;

/// <summary>Looks every second at what is said to be over, until it is, or fires again.</summary>
sealed partial class RecoveryWatch(
    Journal journal,
    IncidentBook incidents,
    RecoveryCheck check,
    TimeProvider time,
    ILogger<RecoveryWatch> logger
) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // First, because an earlier life of the relay may have left some.
            await LookUntilNoneIsLeftAsync(stoppingToken);
            await incidents.SomethingInDoubtAsync(stoppingToken);
        }
    }

    async Task LookUntilNoneIsLeftAsync(CancellationToken ct)
    {
        while (journal.Read(IncidentTable.InDoubt) is { Count: > 0 } doubtful)
        {
            await foreach (var (incident, sighting) in check.LookAsync(doubtful, ct))
                await TakeAsync(incident, sighting);
            await Task.Delay(Interval, time, ct);
        }
    }

    async Task TakeAsync(Incident incident, Sighting sighting)
    {
        try
        {
            var at = time.GetUtcNow();
            if (sighting.IsRecovery)
                await incidents.ChangeAsync(incident.Id, known => Transition.Seen(known, sighting, at), at);
            else if (Transition.NotSeen(incident, sighting.Doubt, at) is not null)
                await incidents.ChangeAsync(
                    incident.Id,
                    known => Transition.NotSeen(known, sighting.Doubt, at),
                    at,
                    sighting.Doubt.ToString()
                );
        }
        catch (JournalException full)
        {
            _log.NotKept(full.Message);
        }
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "What was seen of a recovery cannot be kept, looking again: {Problem}")]
        public partial void NotKept(string problem);
    }
}
