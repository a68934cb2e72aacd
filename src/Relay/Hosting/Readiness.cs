using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Journaling;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Relay.Hosting;

/// <summary>Whether alerts given to the relay now would be kept and delivered. Not for restarting it: that helps with neither.</summary>
static class Readiness
{
    public static void MapReadiness(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.MapGet("/ready", (Journal journal, Roads roads) => Tell(journal, roads, stopping)).DisableHttpMetrics();
    }

    static JsonHttpResult<Ready> Tell(Journal journal, Roads roads, CancellationToken stopping)
    {
        var problem =
            stopping.IsCancellationRequested ? "stopping"
            : journal.Problem is { } full ? $"the journal cannot be written: {full}"
            : roads.Closed?.ToString();
        return TypedResults.Json(
            new Ready(problem is null ? "ok" : "not ready", problem),
            statusCode: problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    internal sealed record Ready(string Status, string? Problem);
}
