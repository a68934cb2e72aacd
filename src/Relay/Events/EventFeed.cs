using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Events;

/// <summary>One line per thing that happens, to whoever listens right now. Nothing is kept for later listeners.</summary>
sealed class EventFeed
{
    readonly Lock _gate = new();
    readonly HashSet<Channel<RelayEvent>> _listeners = [];

    public void Alert(string line) => Publish(new RelayEvent("alert", line.OneLine().CutTo(300)));

    public void Discord(string line) => Publish(new RelayEvent("discord", line.OneLine().CutTo(300)));

    /// <summary>A listener that does not keep up loses the oldest lines and never slows the relay down.</summary>
    public Channel<RelayEvent> Listen()
    {
        var listener = Channel.CreateBounded<RelayEvent>(
            new BoundedChannelOptions(200) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        lock (_gate)
            _listeners.Add(listener);
        return listener;
    }

    public async IAsyncEnumerable<RelayEvent> ReadAsync(
        Channel<RelayEvent> listener,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        try
        {
            await foreach (var line in listener.Reader.ReadAllAsync(ct))
                yield return line;
        }
        finally
        {
            lock (_gate)
                _listeners.Remove(listener);
        }
    }

    /// <summary>Ends every stream, so that the server can stop.</summary>
    public void Close()
    {
        lock (_gate)
            foreach (var listener in _listeners)
                listener.Writer.TryComplete();
    }

    void Publish(RelayEvent line)
    {
        lock (_gate)
            foreach (var listener in _listeners)
                listener.Writer.TryWrite(line);
    }
}

/// <param name="Type">alert: something came in; discord: something went out, or could not.</param>
sealed record RelayEvent(string Type, string Line);
