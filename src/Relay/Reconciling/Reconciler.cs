using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Reconciling;

/// <summary>
/// Compares our incidents with Alertmanager's and Prometheus' own lists, at start and every 30 s. That brings back what a silence or a
/// lost call has swallowed, and ends what ended while nobody could say so.
/// </summary>
sealed partial class Reconciler(
    Journal journal,
    IncidentBook incidents,
    AlertmanagerClient alertmanager,
    PrometheusClient prometheus,
    RelayMetrics metrics,
    TimeProvider time,
    ILogger<Reconciler> logger
) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    readonly Log _log = new(logger);
    readonly Dictionary<long, int> _missed = [];
    bool _isSilent;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var clock = new PeriodicTimer(Interval, time);
        do await CompareOrSayWhyNotAsync(stoppingToken);
        while (await clock.WaitForNextTickAsync(stoppingToken));
    }

    async Task CompareOrSayWhyNotAsync(CancellationToken ct)
    {
        try
        {
            await CompareAsync(ct);
            metrics.SeeCompared(time.GetUtcNow());
            _isSilent = false;
        }
        catch (Exception e) when (e is SilentException or JournalException)
        {
            if (!_isSilent)
                _log.NotCompared(e.Message);
            _isSilent = true;
        }
    }

    async Task CompareAsync(CancellationToken ct)
    {
        // Before the lists are asked for: what ends while they are on their way must not look as if it had begun.
        var open = journal.Read(IncidentTable.OpenFingerprints);
        var at = time.GetUtcNow();
        var listed = await alertmanager.AlertsAsync(at, ct);
        var rules = await RulesAsync(ct);
        var found = journal.Read(sql => Comparison.Of(open, IncidentTable.EachLasting(sql), listed, rules));
        await CatchUpAsync([.. found.Unknown.Where(one => !AlertType.IsAboutRelay(one.Alert))], at);
        await EndMissingAsync(found.Missing, at);
        await ShowSilencesAsync(found.Muted, at, ct);
    }

    async Task<IReadOnlyList<RuleState>?> RulesAsync(CancellationToken ct)
    {
        try
        {
            return await prometheus.RulesAsync(ct);
        }
        catch (SilentException)
        {
            return null;
        }
    }

    async Task CatchUpAsync(IReadOnlyList<(Alert Alert, bool IsConfirmed)> alerts, DateTimeOffset at)
    {
        foreach (var part in alerts.Chunk(50))
        {
            var caught = await journal.WriteAsync(sql =>
                part.Where(one => incidents.CatchUp(sql, one.Alert, at, one.IsConfirmed)).ToList()
            );
            foreach (var (alert, _) in caught)
                _log.CaughtUp(alert.Name);
        }
    }

    /// <summary>Twice in a row: between two of Prometheus' reminders, a list may have a gap.</summary>
    async Task EndMissingAsync(IReadOnlyList<Incident> missing, DateTimeOffset at)
    {
        var before = new Dictionary<long, int>(_missed);
        _missed.Clear();
        foreach (var incident in missing)
            if (before.GetValueOrDefault(incident.Id) == 0)
                _missed[incident.Id] = 1;
            else
                await incidents.ChangeAsync(incident.Id, known => Transition.SaidOver(known, null, at), at);
    }

    async Task ShowSilencesAsync(
        IReadOnlyList<(Incident Incident, IReadOnlyList<string> Silences)> muted,
        DateTimeOffset at,
        CancellationToken ct
    )
    {
        foreach (var (incident, silences) in muted)
        {
            var silence = silences.Count == 0 ? null : await alertmanager.SilenceAsync(silences[0], ct);
            if (silence != incident.Silence)
                await incidents.ChangeAsync(incident.Id, known => Transition.Muted(known, silence), at, silence?.By);
        }
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Warning, "The incidents cannot be compared with Alertmanager's list: {Problem}")]
        public partial void NotCompared(string problem);

        [LoggerMessage(LogLevel.Warning, "{Alert} fires in Alertmanager, which had not brought it: caught up")]
        public partial void CaughtUp(string alert);
    }
}
