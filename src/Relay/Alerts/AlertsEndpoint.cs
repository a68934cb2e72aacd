using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Benevoclic.Relay.Alerts;

static class AlertsEndpoint
{
    const int LongestBody = 10 * 1024 * 1024;

    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddSingleton<Inbox>();
        services.AddHostedService<AlertWorker>();
    }

    public static void MapAlerts(this WebApplication app) =>
        app.MapPost("/alerts", TakeOver).WithMetadata(new NoServerLimit());

    /// <summary>
    /// 200 once the body is ours, whatever is in it; 503 is "later please". Never a 4xx, which Alertmanager would not repeat.
    /// </summary>
    static async Task<Results<Ok, StatusCodeHttpResult>> TakeOver(HttpRequest request, Inbox inbox, TimeProvider time)
    {
        try
        {
            var body = await ReadAsync(request.BodyReader, time.GetUtcNow(), request.HttpContext.RequestAborted);
            return inbox.TryAccept(body) ? TypedResults.Ok() : Later();
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            return Later(); // The call broke off half-way: what came is not the whole, and the sender knows.
        }
    }

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
}
