using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Files;

/// <summary>Degraded and not unhealthy: without pictures everything else still works.</summary>
sealed class FilesCheck(IFiles files) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        await files.ProbeAsync(ct) is { } problem
            ? HealthCheckResult.Degraded(problem)
            : HealthCheckResult.Healthy("they can be kept");
}
