using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Neighbours;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Causes;

/// <summary>
/// Asks about a new incident while its card is already on its way: the probable cause comes by an edit, and delays nobody's alarm.
/// </summary>
sealed partial class CauseFinder(
    Journal journal,
    IncidentBook incidents,
    PrometheusClient prometheus,
    IHttpClientFactory clients,
    RelaySettings settings,
    RelayMetrics metrics,
    TimeProvider time,
    ILogger<CauseFinder> logger
) : BackgroundService
{
    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in incidents.Opened.ReadAllAsync(stoppingToken))
            if (journal.Read(sql => IncidentTable.Find(sql, id)) is { IsClosed: false } incident)
                await ExplainAsync(incident, stoppingToken);
    }

    async Task ExplainAsync(Incident incident, CancellationToken ct)
    {
        try
        {
            var lastGood = await LastGoodAsync(incident.Alert, ct);
            if (lastGood is { } good)
                metrics.MeasureDetection(incident.HeardAt - good);
            var cause = await CauseAsync(incident, ct);
            await incidents.ChangeAsync(
                incident.Id,
                known => Transition.Explained(known, cause, lastGood),
                time.GetUtcNow(),
                cause?.Kind.ToString()
            );
        }
        catch (Exception e) when (e is SilentException or JournalException)
        {
            _log.NotExplained(incident.Alert.Name, e.Message);
        }
    }

    async Task<DateTimeOffset?> LastGoodAsync(Alert alert, CancellationToken ct) =>
        AlertType.EndingOf(alert.Name) == Ending.Seen
        && alert.Label("job") is { Length: < 500 } job
        && await prometheus.AskAsync(Evidence.LastGood(job), ct) is > 0 and var seconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    async Task<ProbableCause?> CauseAsync(Incident incident, CancellationToken ct)
    {
        if (incident.Deploy is { } deploy)
            return new ProbableCause(CauseKind.DeployedJustNow, Confidence.Likely, deploy.Release);
        foreach (var question in Evidence.For(incident.Alert.Name))
            if (await prometheus.FirstAsync(question.Query, ct) is { } sample && question.Means(sample) is { } cause)
                return cause;
        return incident.Alert.Name == AlertType.ServerDown ? await AskApiAsync(ct) : null;
    }

    /// <summary>When the API answers all the same, only its measurements are gone.</summary>
    async Task<ProbableCause> AskApiAsync(CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(NeighboursSetup.Client);
            using var answer = await client.GetAsync(Links.HealthOf(settings.Api), ct);
            return answer.IsSuccessStatusCode
                ? new ProbableCause(CauseKind.OnlyMetricsGone, Confidence.Sure)
                : new ProbableCause(CauseKind.ProcessGone, Confidence.Possible);
        }
        catch (Exception e)
            when (e is HttpRequestException || e is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new ProbableCause(CauseKind.ProcessGone, Confidence.Likely);
        }
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Warning, "No cause was found for {Alert}: {Problem}")]
        public partial void NotExplained(string alert, string problem);
    }
}
