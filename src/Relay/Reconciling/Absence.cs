using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Reconciling;

/// <summary>
/// What began and ended while the relay was not there: Alertmanager has forgotten it by the time the relay is back, but Prometheus has
/// it on record.
/// </summary>
sealed partial class Absence(
    Journal journal,
    IncidentBook incidents,
    PrometheusClient prometheus,
    TimeProvider time,
    ILogger<Absence> logger
) : BackgroundService
{
    /// <summary>Between two signs of life, and between two tries to ask.</summary>
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    /// <summary>First Alertmanager tells what it still knows.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Who stopped the relay for longer than that knows that nobody watched.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var back = time.GetUtcNow();
        if (SignsOfLife.Last(journal) is { } last)
        {
            await Task.Delay(Patience, time, stoppingToken);
            await CatchUpAsync(last < back - Longest ? back - Longest : last, back, stoppingToken);
        }
        using var clock = new PeriodicTimer(Interval, time);
        do await SignsOfLife.GiveAsync(journal, time.GetUtcNow());
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Until Prometheus has answered. Meanwhile no sign of life is given: a relay that is killed now asks for all of it again.</summary>
    async Task CatchUpAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await TakeAsync(await prometheus.FiredAsync(since, until, ct), since, until);
                return;
            }
            catch (Exception e) when (e is SilentException or JournalException)
            {
                _log.NotAsked(e.Message);
                await Task.Delay(Interval, time, ct);
            }
        }
    }

    async Task TakeAsync(IReadOnlyList<FiringTime> fired, DateTimeOffset since, DateTimeOffset until)
    {
        var known = journal.Read(sql =>
            IncidentTable.Between(sql, since - Missed.Slack, until + Patience, int.MaxValue)
        );
        foreach (var one in Missed.Of(fired, known, until))
        {
            await journal.WriteAsync(sql => incidents.Miss(sql, one, time.GetUtcNow()));
            _log.Missed(one.Name);
        }
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(
            LogLevel.Warning,
            "What fired while the relay was away cannot be asked, trying again: {Problem}"
        )]
        public partial void NotAsked(string problem);

        [LoggerMessage(LogLevel.Warning, "{Alert} began and ended while the relay was away: told now")]
        public partial void Missed(string alert);
    }
}
