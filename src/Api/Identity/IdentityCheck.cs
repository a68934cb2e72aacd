using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Identity;

/// <summary>Degraded and not unhealthy: who is signed in goes on, and everything that is open to all.</summary>
sealed class IdentityCheck(IIdentity identity, TimeProvider clock) : IHealthCheck
{
    // Anybody may ask for our health; Google counts what we ask.
    static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    HealthCheckResult _last;
    DateTimeOffset _until;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        if (clock.GetUtcNow() < _until)
            return _last;

        _last = await identity.ProbeAsync(ct) is { } problem
            ? HealthCheckResult.Degraded(problem)
            : HealthCheckResult.Healthy("people can sign in");
        _until = clock.GetUtcNow() + (_last.Status == HealthStatus.Healthy ? Memory : TimeSpan.Zero);
        return _last;
    }
}
