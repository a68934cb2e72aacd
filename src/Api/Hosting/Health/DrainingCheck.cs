using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Hosting.Health;

/// <summary>A host that stops still answers what it has begun, but nobody should send it anything new.</summary>
sealed class DrainingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        Task.FromResult(
            lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy("draining: it is stopping and takes nothing new")
                : HealthCheckResult.Healthy("running")
        );
}
