using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>
/// Takes one errand after the other to Discord. Each is written down before it leaves and after it was answered, so a relay that is
/// killed goes on where it was.
/// </summary>
sealed partial class DeliveryWorker(
    Claims claims,
    Courier courier,
    RoadWatch watch,
    LastResort lastResort,
    Outbox outbox,
    Roads roads,
    TimeProvider time,
    ILogger<DeliveryWorker> logger
) : BackgroundService
{
    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await claims.RecoverAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await DeliverNextAsync(stoppingToken);
            }
            catch (JournalException full)
            {
                _log.NotKept(full.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
    }

    async Task DeliverNextAsync(CancellationToken ct)
    {
        await watch.KnockAsync(ct);
        if (await claims.TakeAsync() is { } claim)
            await courier.CarryOutAsync(claim, ct);
        else
            await PauseAsync(ct);
    }

    async Task PauseAsync(CancellationToken ct)
    {
        if (!roads.IsAnyOut && claims.IsNothingLeft)
        {
            await outbox.AwakeAsync(ct);
            return;
        }
        await lastResort.FileOverdueAsync();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(outbox.AwakeAsync(either.Token).AsTask(), Task.Delay(roads.NextTry(), time, either.Token));
        await either.CancelAsync();
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(LogLevel.Error, "Delivery waits for the journal: {Problem}")]
        public partial void NotKept(string problem);
    }
}
