using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Delivery;

/// <summary>When the first webhook works again, one message there names all that only the second one got.</summary>
sealed class MissedMessages(Outbox outbox, CardWriter writer, TimeProvider time)
{
    public void TellOn(Sql sql, Road road)
    {
        if (road.Number != 1 || MessageTable.Undigested(sql) is not { Count: > 0 } missed)
            return;
        var at = time.GetUtcNow();
        MessageTable.MarkDigested(sql);
        outbox.Post(sql, $"elsewhere:{missed[^1].Id}", writer.Elsewhere(missed, at), at);
    }
}
