using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

/// <summary>Without a webhook nothing leaves the machine: the messages stay on the relay's page.</summary>
sealed class LocalDelivery(Outbox outbox, EventFeed feed, RelayMetrics metrics) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in outbox.ReadAllAsync(stoppingToken))
        {
            metrics.CountMessage("local");
            outbox.Finish(entry.MessageId, MessageState.Local);
            feed.Discord($"{(entry.IsEdit ? "edited" : "posted")} on the page only: {entry.Card.Name}");
        }
    }
}
