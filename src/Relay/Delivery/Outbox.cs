using System.Threading.Channels;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>Takes what there is to tell, as part of the change that gives reason for it, and wakes the delivery once that is kept.</summary>
sealed class Outbox
{
    readonly Channel<bool> _awake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public ValueTask<bool> AwakeAsync(CancellationToken ct) => _awake.Reader.ReadAsync(ct);

    /// <summary>Its words are found when it is sent.</summary>
    public void Tell(Sql sql, Incident incident, Telling telling, DateTimeOffset at)
    {
        if (telling == Telling.Update && OutboxTable.WillBeShown(sql, incident))
            return;
        OutboxTable.Insert(sql, OutboxTable.SubjectOf(incident), incident.Id, telling, null, null, at);
        sql.OnceKept(Wake);
    }

    /// <param name="until">After that it is not worth saying any more; null when it always is.</param>
    public void Post(Sql sql, string subject, Card card, DateTimeOffset at, DateTimeOffset? until = null)
    {
        OutboxTable.Insert(sql, subject, null, Telling.Card, card, until, at);
        sql.OnceKept(Wake);
    }

    public void Edit(Sql sql, string subject, Card card, DateTimeOffset at)
    {
        OutboxTable.Insert(sql, subject, null, Telling.Update, card, null, at);
        sql.OnceKept(Wake);
    }

    void Wake() => _awake.Writer.TryWrite(true);
}
