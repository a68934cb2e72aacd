using Benevoclic.Api.Hosting.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Storage.Sqlite;

/// <summary>Goes the way of every write: through the queue, a transaction and the disk.</summary>
sealed class SqliteCheck(SqliteStore store) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            await store
                .WriteAsync("check", session => session.Run("UPDATE checked SET count = count + 1"))
                .WaitAsync(ct);
            return HealthCheckResult.Healthy("SQLite: it can be written");
        }
        catch (UnavailableException error)
        {
            return HealthCheckResult.Unhealthy("SQLite: its file is gone, full, locked, broken or read-only", error);
        }
    }
}
