using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Hosting.Health;

/// <param name="State">"healthy", "degraded" (works with losses) or "unhealthy".</param>
/// <param name="Reason">One sentence for the person on call. Public: no paths, no addresses, no exception texts.</param>
sealed record Dependency(string Name, string State, string Reason)
{
    public static Dependency From(string name, HealthReportEntry entry) =>
        new(name, StateOf(entry.Status), entry.Description ?? "the check itself failed, see the log");

    static string StateOf(HealthStatus status) =>
        status switch
        {
            HealthStatus.Healthy => "healthy",
            HealthStatus.Degraded => "degraded",
            _ => "unhealthy",
        };
}
