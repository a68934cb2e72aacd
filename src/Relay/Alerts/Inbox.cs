using System.Threading.Channels;

namespace Benevoclic.Relay.Alerts;

/// <summary>
/// What was taken over from Alertmanager and not looked at yet. In memory for now: a journal on disk can take its place,
/// because nothing is decided before a body is in here.
/// </summary>
sealed class Inbox
{
    readonly Channel<ReceivedBody> _bodies = Channel.CreateBounded<ReceivedBody>(100);

    /// <summary>False when there is no room, or we are stopping: Alertmanager then has to try again.</summary>
    public bool TryAccept(ReceivedBody body) => _bodies.Writer.TryWrite(body);

    public void Close() => _bodies.Writer.TryComplete();

    public IAsyncEnumerable<ReceivedBody> ReadAllAsync() => _bodies.Reader.ReadAllAsync(CancellationToken.None);
}
