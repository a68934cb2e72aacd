using System.Threading.Channels;

namespace Benevoclic.Relay.Delivery;

/// <summary>Wakes the delivery when something was written into the outbox; the outbox itself is a table of the journal.</summary>
sealed class Outbox
{
    readonly Channel<bool> _awake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Something may have to be sent.</summary>
    public void Wake() => _awake.Writer.TryWrite(true);

    public ValueTask<bool> AwakeAsync(CancellationToken ct) => _awake.Reader.ReadAsync(ct);
}
