using System.Net.Http.Headers;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Discord;

/// <summary>Speaks to one webhook. Failures are answers here: what to do about them is decided elsewhere.</summary>
sealed class DiscordClient(IHttpClientFactory clients, Secret webhook, string name, TimeProvider time)
{
    /// <summary>The HTTP client's name, one for each webhook.</summary>
    public static string NameOf(int road) => $"discord-{road}";

    readonly WebhookAddress _address = new(webhook);

    public Task<Answer> PostAsync(DiscordPayload payload, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, _address.Post, payload, ct);

    public Task<Answer> EditAsync(string messageId, DiscordPayload payload, CancellationToken ct) =>
        SendAsync(HttpMethod.Patch, _address.Edit(messageId), payload, ct);

    /// <summary>Whether the webhook exists; posts nothing.</summary>
    public Task<Answer> AskAsync(CancellationToken ct) => SendAsync(HttpMethod.Get, _address.Itself, null, ct);

    async Task<Answer> SendAsync(HttpMethod method, Uri address, DiscordPayload? payload, CancellationToken ct)
    {
        using var client = clients.CreateClient(name);
        using var request = new HttpRequestMessage(method, address);
        if (payload is not null)
        {
            request.Content = new ByteArrayContent(payload.ToJson());
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }
        try
        {
            using var response = await client.SendAsync(request, ct);
            return await AnswerReader.ReadAsync(response, time.GetUtcNow(), ct);
        }
        catch (HttpRequestException failure)
        {
            return new Answer { Failure = Cause(failure), MayHaveArrived = !NeverLeft(failure) };
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Answer { Failure = Failure.Late, MayHaveArrived = true };
        }
    }

    static bool NeverLeft(HttpRequestException failure) =>
        failure.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    /// <summary>The kind of failure only: an exception's own text may repeat the address.</summary>
    static Failure Cause(HttpRequestException failure) =>
        failure.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Failure.NoName,
            HttpRequestError.ConnectionError => Failure.NoConnection,
            HttpRequestError.SecureConnectionError => Failure.NotSecure,
            HttpRequestError.ProxyTunnelError => Failure.Proxy,
            _ => Failure.BrokenOff,
        };
}
