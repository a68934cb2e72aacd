using System.Text.Json;

namespace Benevoclic.Cli.Alerts;

/// <summary>Asks Alertmanager, and tells it what to keep quiet about.</summary>
sealed class Alertmanager(Monitoring monitoring)
{
    public async Task<IReadOnlyList<ActiveAlert>> AlertsAsync(CancellationToken ct) =>
        await monitoring.GetAsync(monitoring.Alertmanager, "/api/v2/alerts", AlertsJson.Default.ActiveAlertArray, ct);

    public async Task<IReadOnlyList<Silence>> SilencesAsync(CancellationToken ct) =>
        await monitoring.GetAsync(monitoring.Alertmanager, "/api/v2/silences", AlertsJson.Default.SilenceArray, ct);

    /// <returns>The id that it gave.</returns>
    public async Task<string> SilenceAsync(Silence silence, CancellationToken ct)
    {
        var answer = await monitoring.SendAsync(
            monitoring.Alertmanager,
            HttpMethod.Post,
            "/api/v2/silences",
            JsonSerializer.Serialize(silence, AlertsJson.Default.Silence),
            ct
        );
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("silenceID").GetString()!;
    }

    public Task EndAsync(Silence silence, CancellationToken ct) =>
        monitoring.SendAsync(
            monitoring.Alertmanager,
            HttpMethod.Delete,
            $"/api/v2/silence/{silence.Id}",
            json: null,
            ct
        );

    public Task PostAsync(PostedAlert alert, CancellationToken ct) =>
        monitoring.SendAsync(
            monitoring.Alertmanager,
            HttpMethod.Post,
            "/api/v2/alerts",
            JsonSerializer.Serialize([alert], AlertsJson.Default.PostedAlertArray),
            ct
        );
}
