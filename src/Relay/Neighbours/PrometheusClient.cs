using System.Globalization;
using System.Text.Json;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Neighbours;

/// <summary>Asks Prometheus. Every answer that cannot be had, in time and whole, is a <see cref="SilentException"/>.</summary>
sealed class PrometheusClient(IHttpClientFactory clients, RelaySettings settings)
{
    /// <summary>The answer to a question about one number; null when there is no such series.</summary>
    /// <exception cref="SilentException">No answer.</exception>
    public async Task<double?> AskAsync(string query, CancellationToken ct) =>
        PrometheusAnswer.Number(await GetAsync($"api/v1/query?query={Uri.EscapeDataString(query)}", ct));

    /// <summary>The first series of the answer, with its labels; null when there is none.</summary>
    /// <exception cref="SilentException">No answer.</exception>
    public async Task<Sample?> FirstAsync(string query, CancellationToken ct) =>
        PrometheusAnswer.First(await GetAsync($"api/v1/query?query={Uri.EscapeDataString(query)}", ct));

    /// <summary>Whether the target behind this alert is being scraped well. An alert without a job has none, and is believed.</summary>
    /// <exception cref="SilentException">No answer.</exception>
    public async Task<bool> SeesTargetAsync(Alert alert, string? jobByDefault, CancellationToken ct) =>
        JobOf(alert, jobByDefault) is not { } job || await AskAsync($"max(up{{job=\"{Escape(job)}\"}})", ct) == 1;

    /// <exception cref="SilentException">No answer.</exception>
    public async Task<IReadOnlyList<RuleState>> RulesAsync(CancellationToken ct) =>
        PrometheusAnswer.Rules(await GetAsync("api/v1/rules?type=alert", ct));

    /// <summary>What fired at any moment of that time.</summary>
    /// <exception cref="SilentException">No answer.</exception>
    public async Task<IReadOnlyList<FiringTime>> FiredAsync(
        DateTimeOffset since,
        DateTimeOffset until,
        CancellationToken ct
    )
    {
        // Prometheus gives at most 11,000 entries of a series.
        var step = Math.Max(2, (until - since).TotalSeconds / 5000);
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"start={since.ToUnixTimeSeconds()}&end={until.ToUnixTimeSeconds()}&step={step:0.###}"
        );
        return PrometheusAnswer.Fired(
            await GetAsync($"api/v1/query_range?query=ALERTS%7Balertstate%3D%22firing%22%7D&{query}", ct)
        );
    }

    /// <summary>As it stands in a query, between double quotes.</summary>
    public static string Escape(string label) =>
        label
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A job that long is nobody's, and no address can hold it.</summary>
    static string? JobOf(Alert alert, string? byDefault) =>
        alert.Label("job") is { Length: < 500 } job ? job : byDefault;

    async Task<JsonDocument> GetAsync(string path, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(NeighboursSetup.Client);
            using var answer = await client.GetAsync(
                new Uri($"{settings.Prometheus.AbsoluteUri.TrimEnd('/')}/{path}"),
                ct
            );
            if (!answer.IsSuccessStatusCode)
                throw new SilentException($"Prometheus answered {(int)answer.StatusCode}");
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            throw new SilentException($"Prometheus does not answer: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new SilentException("Prometheus does not answer in time", e);
        }
    }
}
