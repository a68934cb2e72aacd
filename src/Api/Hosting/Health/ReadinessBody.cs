using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Hosting.Health;

/// <summary>The body of GET /health/ready: what the API depends on, and what is wrong with it in words.</summary>
/// <param name="Status">"ready" or "not ready".</param>
sealed record ReadinessBody(string Status, IReadOnlyList<Dependency> Dependencies)
{
    public static ReadinessBody From(HealthReport report) =>
        new(
            report.Status == HealthStatus.Unhealthy ? "not ready" : "ready",
            [.. report.Entries.Select(entry => Dependency.From(entry.Key, entry.Value))]
        );
}
