using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Benevoclic.Api.Hosting.Health;

/// <summary>Writes for real: permissions, a full disk and a read-only mount all look fine until someone writes.</summary>
sealed class DataFolderCheck(DataFolder folder) : IHealthCheck
{
    const int BufferSize = 1;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            await WriteAsync(ct);
            return HealthCheckResult.Healthy("it can be written");
        }
        catch (DirectoryNotFoundException)
        {
            return HealthCheckResult.Unhealthy($"the folder of {DataFolder.Setting} does not exist");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(
                $"the folder of {DataFolder.Setting} cannot be written: full, read-only or not ours",
                error
            );
        }
    }

    // A name of its own for each call: several probes ask at the same time.
    async Task WriteAsync(CancellationToken ct)
    {
        var path = Path.Combine(folder.Path, $".writable-{Guid.CreateVersion7():N}");
        await using var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            BufferSize,
            FileOptions.DeleteOnClose
        );
        await file.WriteAsync(new byte[] { 1 }, ct);
        file.Flush(flushToDisk: true);
    }
}
