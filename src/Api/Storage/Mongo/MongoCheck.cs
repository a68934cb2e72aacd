using Benevoclic.Api.Hosting.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoCheck(MongoStore store, MongoIndexes indexes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            await store.PingAsync(ct);
            return indexes.Done.IsCompleted
                ? HealthCheckResult.Healthy("MongoDB: it answers")
                : HealthCheckResult.Unhealthy(
                    "MongoDB: it answers, but its indexes are being made: nothing can be added yet"
                );
        }
        catch (UnavailableException error)
        {
            return HealthCheckResult.Unhealthy("MongoDB: it does not answer", error);
        }
    }
}
