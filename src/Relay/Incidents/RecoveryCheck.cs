using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// Goes and looks. "Resolved" alone proves nothing: it also comes when Prometheus dies, and when the series is gone.
/// </summary>
sealed class RecoveryCheck(IHttpClientFactory clients, RelaySettings settings, TimeProvider time)
{
    /// <summary>The HTTP client's name.</summary>
    public const string Probe = "probe";

    public async Task<Sighting> LookAsync(Alert alert, CancellationToken ct)
    {
        try
        {
            using var probe = clients.CreateClient(Probe);
            return await AskPrometheusAsync(probe, alert, ct) is { } obstacle ? new Sighting(obstacle)
                : alert.Name == AlertType.ServerDown ? await AskApiAsync(probe, ct)
                : new Sighting(null);
        }
        catch (Exception failure)
            when (failure is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return new Sighting(failure is HttpRequestException ? failure.Message : "no answer in time");
        }
    }

    async Task<string?> AskPrometheusAsync(HttpClient probe, Alert alert, CancellationToken ct)
    {
        using var answer = await probe.GetAsync(PrometheusQuestion.IsUp(settings.Prometheus, JobOf(alert)), ct);
        return !answer.IsSuccessStatusCode ? $"Prometheus answered {(int)answer.StatusCode}"
            : PrometheusQuestion.SaysYes(await answer.Content.ReadAsStringAsync(ct)) ? null
            : "Prometheus does not see it up";
    }

    async Task<Sighting> AskApiAsync(HttpClient probe, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        using var answer = await probe.GetAsync(Health(settings.Api), HttpCompletionOption.ResponseHeadersRead, ct);
        var status = (int)answer.StatusCode;
        return new Sighting(
            answer.IsSuccessStatusCode ? null : $"/health answered {status}",
            status,
            time.GetElapsedTime(start)
        );
    }

    static Uri Health(Uri api) =>
        new Links
        {
            Api = api,
            Prometheus = api,
            Grafana = api,
            Alertmanager = api,
        }.Health;

    /// <summary>A job that long is nobody's, and no address can hold it.</summary>
    static string JobOf(Alert alert) =>
        alert.Label("job") is { Length: < 500 } job
            ? job
            : (alert.Name == AlertType.ServerDown ? "benevoclic-api" : "node-exporter");
}
