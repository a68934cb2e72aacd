using System.Runtime.CompilerServices;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Neighbours;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// Goes and looks. "Resolved" alone proves nothing: it also comes when Prometheus dies, and when the series is gone.
/// </summary>
sealed class RecoveryCheck(
    PrometheusClient prometheus,
    IHttpClientFactory clients,
    RelaySettings settings,
    TimeProvider time
)
{
    /// <summary>Looks at all of them: one answer of Prometheus about its rules serves for all, and its silence too.</summary>
    public async IAsyncEnumerable<(Incident Incident, Sighting Sighting)> LookAsync(
        IReadOnlyList<Incident> incidents,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var rules = new Lazy<Task<IReadOnlyList<RuleState>>>(() => prometheus.RulesAsync(ct));
        var sighting = new Sighting(Doubt.None);
        foreach (var incident in incidents)
        {
            if (sighting.Doubt != Doubt.PrometheusSilent)
                sighting = await LookAsync(incident.Alert, rules, ct);
            yield return (incident, sighting);
        }
    }

    async Task<Sighting> LookAsync(Alert alert, Lazy<Task<IReadOnlyList<RuleState>>> rules, CancellationToken ct)
    {
        try
        {
            return alert.Name switch
            {
                AlertType.ServerDown => await prometheus.SeesTargetAsync(alert, "benevoclic-api", ct)
                    ? await AskApiAsync(ct)
                    : new Sighting(Doubt.TargetGone),
                AlertType.SystemDown => await TargetAsync(alert, "node-exporter", ct),
                _ => Judge(alert, await rules.Value) ?? await TargetAsync(alert, null, ct),
            };
        }
        catch (SilentException)
        {
            return new Sighting(Doubt.PrometheusSilent);
        }
    }

    /// <returns>Null when the rule is content, and it remains to see whether it had anything to measure.</returns>
    static Sighting? Judge(Alert alert, IReadOnlyList<RuleState> rules)
    {
        var own = rules.Where(rule => rule.Name == alert.Name).ToList();
        // Somebody else gave it to Alertmanager: there is nobody to ask, and its word counts.
        return own.Count == 0 ? new Sighting(Doubt.None)
            : own.Any(rule => rule.Fires(alert)) ? new Sighting(Doubt.StillFiring)
            : own.All(rule => rule.IsWell) ? null
            : new Sighting(Doubt.RuleBroken);
    }

    async Task<Sighting> TargetAsync(Alert alert, string? jobByDefault, CancellationToken ct) =>
        new(await prometheus.SeesTargetAsync(alert, jobByDefault, ct) ? Doubt.None : Doubt.TargetGone);

    async Task<Sighting> AskApiAsync(CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(NeighboursSetup.Client);
            var start = time.GetTimestamp();
            using var answer = await client.GetAsync(
                Links.HealthOf(settings.Api),
                HttpCompletionOption.ResponseHeadersRead,
                ct
            );
            return new Sighting(
                answer.IsSuccessStatusCode ? Doubt.None : Doubt.Unhealthy,
                (int)answer.StatusCode,
                time.GetElapsedTime(start)
            );
        }
        catch (Exception e)
            when (e is HttpRequestException || e is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new Sighting(Doubt.Unhealthy);
        }
    }
}
