using System.Net.Http.Headers;
using System.Threading.Channels;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support.Discord;

/// <summary>
/// Brings messages to the support's channel behind the requests' backs: a Discord that is slow or down delays nobody. They wait in
/// memory, because the report itself is stored, and a lost message is no lost report.
/// </summary>
sealed partial class SupportMessages(
    SupportWebhook webhook,
    IHttpClientFactory clients,
    TimeProvider clock,
    ILogger<SupportMessages> logger
) : BackgroundService
{
    /// <summary>The HTTP client's name.</summary>
    public const string Client = "support";

    const int Room = 100;

    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Before the second try, the third and the fourth, which is the last.</summary>
    static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25)];

    readonly Channel<Document> _waiting = Channel.CreateBounded<Document>(
        new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true }
    );

    public void Send(Document message)
    {
        if (webhook.Address is not null && !_waiting.Writer.TryWrite(message))
            Log.Full(logger, Room);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (webhook.Address is null)
            return;
        await foreach (var message in _waiting.Reader.ReadAllAsync(stoppingToken))
            await DeliverAsync(message, webhook.Address, stoppingToken);
    }

    async Task DeliverAsync(Document message, Uri address, CancellationToken ct)
    {
        for (var failures = 0; ; failures++)
        {
            var outcome = await TryAsync(message, address, ct);
            if (outcome.Problem is null)
                return;
            if (!outcome.MayHelpToWait || failures == Pauses.Length)
            {
                Log.GaveUp(logger, failures + 1, outcome.Problem);
                return;
            }
            var pause = outcome.Wait is { } asked && asked > Pauses[failures] ? asked : Pauses[failures];
            await Task.Delay(pause < LongestWait ? pause : LongestWait, clock, ct);
        }
    }

    async Task<Outcome> TryAsync(Document message, Uri address, CancellationToken ct)
    {
        using var client = clients.CreateClient(Client);
        using var content = new ReadOnlyMemoryContent(message.Json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var answer = await client.PostAsync(address, content, ct);
            return Outcome.Of(answer);
        }
        catch (HttpRequestException error)
        {
            // The kind of failure only: an exception's own text may repeat the address, and the address is the key.
            return Outcome.Lost($"Discord cannot be reached ({error.HttpRequestError})");
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return Outcome.Lost("Discord did not answer in time");
        }
    }

    static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Warning,
            "A message for the support's channel was given up after {Tries} tries: {Problem}"
        )]
        public static partial void GaveUp(ILogger logger, int tries, string problem);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "{Room} messages wait for the support's channel already: one more was dropped"
        )]
        public static partial void Full(ILogger logger, int room);
    }
}
