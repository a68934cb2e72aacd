using System.Threading.Channels;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Hosting;

namespace Benevoclic.Relay.Delivery;

/// <summary>
/// What there is to say, in order, and what became of it. In memory for now: its methods are the transactions that a table
/// on disk would have.
/// </summary>
sealed class Outbox(TimeProvider time, RelayMetrics metrics)
{
    /// <summary>Enough for the page, and for the end of incidents that began long ago.</summary>
    const int Kept = 1000;

    readonly Lock _gate = new();
    readonly SortedDictionary<long, Message> _messages = [];
    readonly Channel<OutboxEntry> _entries = Channel.CreateUnbounded<OutboxEntry>();
    long _lastId;

    /// <param name="until">After that it is not worth saying any more; null when it always is.</param>
    /// <returns>The number under which the message can be edited.</returns>
    public long Post(Card card, DateTimeOffset? until = null)
    {
        lock (_gate)
        {
            var id = ++_lastId;
            _messages[id] = new Message(id, card, time.GetUtcNow());
            _messages.Remove(id - Kept);
            Queue(new OutboxEntry(id, card, IsEdit: false, until));
            return id;
        }
    }

    public void Edit(long id, Card card)
    {
        lock (_gate)
        {
            Change(id, message => message with { Card = card, EditedAt = time.GetUtcNow() });
            Queue(new OutboxEntry(id, card, IsEdit: true));
        }
    }

    public IAsyncEnumerable<OutboxEntry> ReadAllAsync(CancellationToken ct) => _entries.Reader.ReadAllAsync(ct);

    public Message? Find(long id)
    {
        lock (_gate)
            return _messages.GetValueOrDefault(id);
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Message> Latest(int count)
    {
        lock (_gate)
            return [.. _messages.Values.Reverse().Take(count)];
    }

    public void Trouble(long id, string problem) => Update(id, message => message with { Problem = problem });

    /// <param name="discordId">Null after an edit, or when Discord did not say.</param>
    public void Finish(long id, MessageState state, string? discordId = null, string? problem = null)
    {
        metrics.Queue(-1);
        Update(
            id,
            message => message with { State = state, DiscordId = discordId ?? message.DiscordId, Problem = problem }
        );
    }

    void Queue(OutboxEntry entry)
    {
        metrics.Queue(1);
        _entries.Writer.TryWrite(entry);
    }

    void Update(long id, Func<Message, Message> change)
    {
        lock (_gate)
            Change(id, change);
    }

    void Change(long id, Func<Message, Message> change)
    {
        if (_messages.TryGetValue(id, out var message))
            _messages[id] = change(message);
    }
}
