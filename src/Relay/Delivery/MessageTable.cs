using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>Messages in the journal.</summary>
static class MessageTable
{
    const string Columns =
        "SELECT id, subject, telling, road, discord, card, state, at, edited_at, problem FROM messages";

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Message> Latest(Sql sql, int count) =>
        sql.All($"{Columns} ORDER BY id DESC LIMIT $1", Read, count);

    /// <summary>All that was said of an incident, newest first; one that it shares with others is among them.</summary>
    public static IReadOnlyList<Message> Of(Sql sql, Incidents.Incident incident) =>
        sql.All(
            $"{Columns} WHERE subject = $1 OR id = $2 ORDER BY id DESC",
            Read,
            OutboxTable.SubjectOf(incident),
            incident.Message
        );

    public static Message? Find(Sql sql, long id) => sql.First($"{Columns} WHERE id = $1", Read, id);

    /// <summary>The card of a subject that is no incident.</summary>
    public static Message? CardOf(Sql sql, string subject) =>
        sql.First($"{Columns} WHERE subject = $1 AND telling = 'Card' ORDER BY id DESC LIMIT 1", Read, subject);

    /// <summary>What went to the second webhook and was not yet named on the first, oldest first.</summary>
    public static IReadOnlyList<Message> Undigested(Sql sql) =>
        sql.All($"{Columns} WHERE road = 2 AND state = 'Delivered' AND is_digested = 0 ORDER BY id", Read);

    public static void MarkDigested(Sql sql) => sql.Run("UPDATE messages SET is_digested = 1 WHERE is_digested = 0");

    /// <returns>Its number.</returns>
    public static long Add(Sql sql, Message message) =>
        sql.Insert(
            "INSERT INTO messages(subject, telling, road, discord, card, state, at, problem) VALUES($1, $2, $3, $4, $5, $6, $7, $8)",
            message.Subject,
            message.Telling,
            message.Road,
            message.DiscordId,
            JournalJson.Of(message.Card),
            message.State,
            message.At,
            JournalJson.Of(message.Problem)
        );

    public static void Edit(Sql sql, Message message) =>
        sql.Run(
            "UPDATE messages SET card = $2, edited_at = $3, problem = $4 WHERE id = $1",
            message.Id,
            JournalJson.Of(message.Card),
            message.EditedAt,
            JournalJson.Of(message.Problem)
        );

    static Message Read(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.Name<Incidents.Telling>(2),
            (int)row.GetInt64(3),
            row.MaybeText(4),
            JournalJson.Card(row.GetString(5)),
            row.Name<MessageState>(6),
            row.Time(7),
            row.MaybeTime(8),
            row.MaybeTrouble(9)
        );
}
