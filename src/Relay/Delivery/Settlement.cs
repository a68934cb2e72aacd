using System.Globalization;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>What the journal keeps of a try.</summary>
/// <param name="Claim">What was tried.</param>
/// <param name="At">When the answer was there.</param>
sealed record Settlement(Claim Claim, DateTimeOffset At)
{
    /// <summary>Further apart, one of the two clocks is wrong, or the id is none of Discord's: then it is as late as we saw it.</summary>
    static readonly TimeSpan Believable = TimeSpan.FromMinutes(1);

    /// <summary>Discord counts its ids' milliseconds from the beginning of 2015.</summary>
    const long DiscordEpoch = 1420070400000;

    Errand Errand => Claim.Errand;

    OutboxRow Head => Errand.Head;

    public void Deliver(Sql sql, string? discordId)
    {
        if (Errand is { Kind: ErrandKind.Edit, Told: { } told })
            MessageTable.Edit(sql, told with { Card = Claim.Card, EditedAt = At, Problem = null });
        else
            Add(sql, discordId, Claim.Road is null ? MessageState.Local : MessageState.Delivered);
        OutboxTable.Mark(sql, Errand.Rows, RowState.Sent);
        Note(sql, Done, null);
    }

    /// <summary>Instead of the edit of a message that somebody has deleted.</summary>
    public void Replace(Sql sql, string? discordId)
    {
        MessageTable.Add(sql, Message(discordId, MessageState.Delivered) with { Telling = Telling.Card });
        var id = sql.Number("SELECT max(id) FROM messages");
        sql.All("SELECT id FROM incidents WHERE message = $1", row => row.GetInt64(0), Errand.Told!.Id)
            .ForEach(incident => Retell(sql, incident, known => known with { Message = id }));
        OutboxTable.Mark(sql, Errand.Rows, RowState.Sent);
        Note(sql, "sent", new Trouble(Sequel.PostedAnew));
    }

    /// <summary>All that it would have done is to be done once more.</summary>
    public void TryAgain(Sql sql, Trouble trouble, bool mayRepeat, bool isPlain)
    {
        OutboxTable.Mark(sql, [.. Errand.Rows.Where(row => row != Head.Id)], RowState.Waiting);
        OutboxTable.Retry(
            sql,
            Head with
            {
                MayRepeat = (Head.MayRepeat || mayRepeat) && Errand.Kind != ErrandKind.Edit,
                IsPlain = Head.IsPlain || isPlain,
                Problem = trouble,
            }
        );
        // The beginning of an outage says it all; a thousand tries need not be read.
        if (Head.Attempts < 5)
            Note(sql, "retried", trouble);
    }

    public void GiveUp(Sql sql, Trouble trouble)
    {
        if (Errand.Kind != ErrandKind.Edit)
            MessageTable.Add(sql, Message(null, MessageState.Failed) with { Road = 0, Problem = trouble });
        OutboxTable.Mark(sql, Errand.Rows, RowState.Failed, trouble);
        Note(sql, "refused", trouble);
    }

    public void Leave(Sql sql, Trouble trouble) => OutboxTable.Mark(sql, Errand.Rows, RowState.Dropped, trouble);

    string Done =>
        Errand switch
        {
            { Kind: ErrandKind.Edit } => "edited",
            { Kind: ErrandKind.Short } => $"sent-{Head.Telling.ToString().ToLowerInvariant()}",
            _ => "sent",
        };

    void Add(Sql sql, string? discordId, MessageState state)
    {
        var id = MessageTable.Add(sql, Message(discordId, state));
        var told = Errand.Incidents;
        if (Errand.Kind == ErrandKind.Short && told[0] is { IsGathered: true, Message: { } shared })
            told = IncidentTable.ToldBy(sql, shared);
        foreach (var incident in told)
            Retell(sql, incident.Id, known => After(known, id, discordId));
    }

    Incident After(Incident incident, long message, string? discordId) =>
        Errand.Kind == ErrandKind.Short
            ? incident with
            {
                Told = Head.Telling == Telling.Ended ? Told.Ended : Told.Open,
            }
            : incident with
            {
                Message = message,
                Told = Errand.Kind is ErrandKind.Whole or ErrandKind.Digest ? Told.Ended : Told.Open,
                ShownAt = TimeOf(discordId) is { } told && (told - At).Duration() < Believable ? told : At,
                IsGathered = Errand.Kind is ErrandKind.Digest or ErrandKind.Storm,
            };

    void Retell(Sql sql, long incident, Func<Incident, Incident> change)
    {
        // As it is now: it may have gone on while Discord was answering.
        if (IncidentTable.Find(sql, incident) is { } known)
            IncidentTable.Save(sql, change(known), At);
    }

    Message Message(string? discordId, MessageState state) =>
        new(0, Head.Subject, Head.Telling, Claim.Road?.Number ?? 0, discordId, Claim.Card, state, At);

    void Note(Sql sql, string what, Trouble? trouble)
    {
        foreach (var incident in Errand.Incidents)
            Moment.Note(sql, incident.Id, At, what, JournalJson.Of(trouble));
    }

    static DateTimeOffset? TimeOf(string? discordId) =>
        long.TryParse(discordId, CultureInfo.InvariantCulture, out var id) && id >> 22 > 0
            ? DateTimeOffset.FromUnixTimeMilliseconds((id >> 22) + DiscordEpoch)
            : null;
}
