using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Journaling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Benevoclic.Relay.Alerts;

static partial class AlertsEndpoint
{
    const int LongestBody = 10 * 1024 * 1024;

    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<Inbox>();
        services.AddHostedService<AlertReader>();
    }

    public static void MapAlerts(this WebApplication app)
    {
        var inbox = app.Services.GetRequiredService<Inbox>();
        app.Lifetime.ApplicationStopping.Register(inbox.Close);
        app.MapPost("/alerts", TakeOver).WithMetadata(new NoServerLimit());
    }

    /// <summary>
    /// 200 once the body is on the disk, whatever is in it; 503 is "later please". Never a 4xx, which Alertmanager would not repeat: not
    /// even for a wrong token, because then the alert is fetched from Alertmanager, which shows it to us at the next comparison.
    /// </summary>
    static async Task<Results<Ok, StatusCodeHttpResult>> TakeOver(
        HttpRequest request,
        Inbox inbox,
        RelaySettings settings,
        RelayMetrics metrics,
        TimeProvider time,
        ILogger<Inbox> logger
    )
    {
        if (settings.Token is { } token && !IsFrom(request, token))
        {
            metrics.CountRefused("token");
            Log.WrongToken(logger);
            return Later();
        }
        try
        {
            await inbox.AcceptAsync(
                await ReadAsync(request.BodyReader, time.GetUtcNow(), request.HttpContext.RequestAborted)
            );
            return TypedResults.Ok();
        }
        catch (JournalException full)
        {
            metrics.CountRefused("journal");
            Log.NotKept(logger, full.Message);
            return Later();
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return Later(); // The call broke off half-way: what came is not the whole, and the sender knows.
        }
    }

    static bool IsFrom(HttpRequest request, Secret token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()),
            Encoding.UTF8.GetBytes($"Bearer {token.Value}")
        );

    static StatusCodeHttpResult Later() => TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);

    static async Task<ReceivedBody> ReadAsync(PipeReader reader, DateTimeOffset at, CancellationToken ct)
    {
        var read = await reader.ReadAtLeastAsync(LongestBody + 1, ct);
        var isCut = read.Buffer.Length > LongestBody;
        var bytes = System.Buffers.BuffersExtensions.ToArray(isCut ? read.Buffer.Slice(0, LongestBody) : read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return new ReceivedBody(bytes, isCut, at);
    }

    /// <summary>The server's own limit answers 413; ours is in <see cref="ReadAsync"/> and answers 200.</summary>
    sealed class NoServerLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }

    static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning,
            "A webhook call had not the token of BENEVOCLIC_RELAY_TOKEN and was refused: set the same one in alertmanager.yml"
        )]
        public static partial void WrongToken(ILogger logger);

        [LoggerMessage(
            LogLevel.Error,
            "A webhook call was answered with 503, Alertmanager has to repeat it: {Problem}"
        )]
        public static partial void NotKept(ILogger logger, string problem);
    }
}
