using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Files;

/// <summary>Degraded and not unhealthy: without pictures everything else still works.</summary>
sealed class FilesCheck(IFiles files, TimeProvider clock) : IHealthCheck
{
    // Anybody may ask for our health; the S3 server answers to us, and not to everybody.
    static readonly TimeSpan Memory = TimeSpan.FromSeconds(2);

    HealthCheckResult _last;
    DateTimeOffset _until;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        if (clock.GetUtcNow() < _until)
            return _last;

        _last = await files.ProbeAsync(ct) is { } problem
            ? HealthCheckResult.Degraded(problem)
            : HealthCheckResult.Healthy("they can be kept");
        _until = clock.GetUtcNow() + Memory;
        return _last;
    }
}
