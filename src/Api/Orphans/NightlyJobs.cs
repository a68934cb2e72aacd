using Benevoclic.Api.Hosting;

namespace Benevoclic.Api.Orphans;

/// <summary>Waits for each job's hour, takes its lease, runs it, and says what came of it. A failure waits for the next night.</summary>
sealed partial class NightlyJobs(OrphanCleanup cleanup, ILeases leases, TimeProvider clock, ILogger<NightlyJobs> logger)
    : BackgroundService
{
    /// <summary>Longer than a run takes and clocks differ; shorter than to the next night.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    IReadOnlyList<NightlyJob> Jobs =>
        [
            new("favorites", 2, cleanup.RemoveFavoritesAsync),
            new("people", 3, async ct => await cleanup.RemovePeopleAsync(ct)),
        ];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(Jobs.Select(job => EachNightAsync(job, stoppingToken)));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped. Where the start of the server failed, the host would tell of this louder than of why.
        }
    }

    async Task EachNightAsync(NightlyJob job, CancellationToken ct)
    {
        while (true)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(Paris.Next(job.Hour, now) - now, clock, ct);
            await RunAsync(job, ct);
        }
    }

    async Task RunAsync(NightlyJob job, CancellationToken ct)
    {
        try
        {
            if (await leases.TakeAsync(job.Name, clock.GetUtcNow(), Lease, ct))
                Log.Done(logger, job.Name, await job.RunAsync(ct));
            else
                Log.Elsewhere(logger, job.Name);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            Log.Failed(logger, job.Name, error);
        }
    }

    static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The night's cleaning of {Job} removed {Count}")]
        public static partial void Done(ILogger logger, string job, long count);

        [LoggerMessage(2, LogLevel.Information, "The night's cleaning of {Job} is another instance's")]
        public static partial void Elsewhere(ILogger logger, string job);

        [LoggerMessage(3, LogLevel.Warning, "The night's cleaning of {Job} failed and waits for the next night")]
        public static partial void Failed(ILogger logger, string job, Exception error);
    }
}
