using System.Text.Json;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Neighbours;

/// <summary>An alert in Alertmanager's own list.</summary>
/// <param name="IsHeard">Neither silenced nor inhibited, and already handed to its route.</param>
/// <param name="Silences">The ids of those that mute it.</param>
sealed record ListedAlert(Alert Alert, bool IsHeard, IReadOnlyList<string> Silences);

/// <summary>Asks Alertmanager what it has.</summary>
sealed class AlertmanagerClient(IHttpClientFactory clients, RelaySettings settings)
{
    /// <summary>All alerts that it holds as firing, whoever may hear them.</summary>
    /// <exception cref="SilentException">No answer.</exception>
    public async Task<IReadOnlyList<ListedAlert>> AlertsAsync(DateTimeOffset now, CancellationToken ct)
    {
        using var json = await GetAsync("alerts?active=true&silenced=true&inhibited=true&unprocessed=true", ct);
        return Read<IReadOnlyList<ListedAlert>>(
            json,
            list => [.. list.EnumerateArray().Select(entry => Listed(entry, now)).OfType<ListedAlert>()]
        );
    }

    /// <exception cref="SilentException">No answer.</exception>
    public async Task<Silence> SilenceAsync(string id, CancellationToken ct)
    {
        using var json = await GetAsync($"silence/{Uri.EscapeDataString(id)}", ct);
        return Read(
            json,
            silence => new Silence(
                silence.GetProperty("createdBy").GetString() ?? "?",
                silence.GetProperty("endsAt").GetDateTimeOffset(),
                silence.GetProperty("comment").GetString() ?? ""
            )
        );
    }

    static ListedAlert? Listed(JsonElement entry, DateTimeOffset now)
    {
        // In this list every alert has an end: the moment at which it is forgotten unless it is heard of again.
        if (Webhook.ReadListed(entry, now) is not { } alert || alert.EndsAt <= now)
            return null;
        var status = entry.GetProperty("status");
        return new ListedAlert(
            alert with
            {
                EndsAt = null,
            },
            status.GetProperty("state").GetString() == "active",
            [.. status.GetProperty("silencedBy").EnumerateArray().Select(id => id.GetString()!)]
        );
    }

    async Task<JsonDocument> GetAsync(string path, CancellationToken ct)
    {
        try
        {
            using var client = clients.CreateClient(NeighboursSetup.Client);
            using var answer = await client.GetAsync(
                new Uri($"{settings.Alertmanager.AbsoluteUri.TrimEnd('/')}/api/v2/{path}"),
                ct
            );
            if (!answer.IsSuccessStatusCode)
                throw new SilentException($"Alertmanager answered {(int)answer.StatusCode}");
            return await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            throw new SilentException($"Alertmanager does not answer: {e.Message}", e);
        }
        catch (TaskCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new SilentException("Alertmanager does not answer in time", e);
        }
    }

    static T Read<T>(JsonDocument answer, Func<JsonElement, T> read)
    {
        try
        {
            return read(answer.RootElement);
        }
        catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new SilentException("Alertmanager's answer cannot be understood", e);
        }
    }
}
