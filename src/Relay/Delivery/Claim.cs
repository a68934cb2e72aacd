using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>An errand that is written down as under way.</summary>
/// <param name="Card">Its words, true at that moment.</param>
/// <param name="Road">Null: there is no webhook, the message stays on our page.</param>
sealed record Claim(Errand Errand, Card Card, Road? Road)
{
    /// <summary>More than that is looked at once some of it is gone: while it is, webhook calls wait.</summary>
    const int Horizon = 250;

    /// <returns>Null when nothing can be sent now.</returns>
    public static Claim? Take(Sql sql, Roads roads, Composer composer, DateTimeOffset now)
    {
        var left = Candidates(sql);
        GiveUpLate(sql, left, roads, now);
        var next = Coalescing.Of([.. left.Where(one => !IsLate(one.Row, roads, now))], roads.CanGo, roads.IsHeld);
        OutboxTable.Mark(sql, next.Dropped, RowState.Dropped);
        if (next.Errand is not { } errand)
            return null;
        OutboxTable.Mark(sql, errand.Rows, RowState.Sending);
        return new Claim(errand, composer.CardOf(sql, errand), roads.For(errand.Head, errand.Told));
    }

    static List<Candidate> Candidates(Sql sql)
    {
        var known = new Dictionary<long, IReadOnlyList<Incident>>();
        return [.. OutboxTable.Left(sql, Horizon).Select(row => Of(sql, row, known))];
    }

    static Candidate Of(Sql sql, OutboxRow row, Dictionary<long, IReadOnlyList<Incident>> known)
    {
        if (row.Incident is not { } id)
            return new Candidate(row, null, MessageTable.CardOf(sql, row.Subject), true);
        var incident = IncidentTable.Find(sql, id);
        if (incident?.Message is not { } message)
            return new Candidate(row, incident, null, true);
        if (!known.TryGetValue(message, out var sharers))
            known[message] = sharers = incident.IsGathered ? IncidentTable.ToldBy(sql, message) : [incident];
        return new Candidate(row, incident, MessageTable.Find(sql, message), sharers.All(one => one.IsClosed));
    }

    /// <summary>Some news is only of use at once: later it would be news of something that has changed.</summary>
    static void GiveUpLate(Sql sql, List<Candidate> left, Roads roads, DateTimeOffset now)
    {
        foreach (var (row, _, _, _) in left.Where(one => IsLate(one.Row, roads, now)))
        {
            var late = new Trouble(Sequel.TooLate, row.Problem?.Reply);
            OutboxTable.Mark(sql, [row.Id], RowState.Failed, roads.Closed ?? late);
        }
    }

    static bool IsLate(OutboxRow row, Roads roads, DateTimeOffset now) =>
        row.Until is { } until && (until < now || roads.Closed is not null);
}
