using Benevoclic.Api.Hosting.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoCheck(MongoStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            await store.PingAsync(ct);
            return HealthCheckResult.Healthy("MongoDB: it answers");
        }
        catch (UnavailableException error)
        {
            return HealthCheckResult.Unhealthy("MongoDB: it does not answer", error);
        }
    }
}
