using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Delivery;

/// <summary>What there is to do at Discord, and in which order.</summary>
static class OutboxTable
{
    const string Columns =
        "SELECT id, subject, incident, telling, card, until, at, attempts, may_repeat, is_plain, is_filed, problem FROM outbox";

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<OutboxRow> Left(Sql sql, int limit) =>
        sql.All($"{Columns} WHERE state IN ('Waiting', 'Sending') ORDER BY id LIMIT $1", Read, limit);

    public static OutboxRow? Find(Sql sql, long id) => sql.First($"{Columns} WHERE id = $1", Read, id);

    /// <summary>How many rows wait, and since when the oldest does.</summary>
    public static (long Depth, DateTimeOffset? Oldest) Depth(Sql sql) =>
        sql.All(
            "SELECT count(*), min(at) FROM outbox WHERE state IN ('Waiting', 'Sending')",
            row => (row.GetInt64(0), row.MaybeTime(1))
        )[0];

    public static bool HasSubject(Sql sql, string subject, DateTimeOffset? since = null) =>
        sql.Number(
            "SELECT 1 FROM outbox WHERE subject = $1 AND at > $2 LIMIT 1",
            subject,
            since ?? DateTimeOffset.UnixEpoch
        ) == 1;

    public static IReadOnlyList<OutboxRow> LeftOf(Sql sql, string subject) =>
        sql.All($"{Columns} WHERE state IN ('Waiting', 'Sending') AND subject = $1 ORDER BY id", Read, subject);

    public static (RowState State, Trouble? Problem)? LastOf(Sql sql, string subject) =>
        sql.All(
                "SELECT state, problem FROM outbox WHERE subject = $1 ORDER BY id DESC LIMIT 1",
                row => ((RowState, Trouble?)?)(row.Name<RowState>(0), row.MaybeTrouble(1)),
                subject
            )
            .FirstOrDefault();

    public static void Mark(Sql sql, IReadOnlyList<long> rows, RowState state, Trouble? trouble = null)
    {
        foreach (var row in rows)
            sql.Run(
                "UPDATE outbox SET state = $2, problem = coalesce($3, problem) WHERE id = $1",
                row,
                state,
                JournalJson.Of(trouble)
            );
    }

    /// <summary>It stays, and has one try more behind it.</summary>
    public static void Retry(Sql sql, OutboxRow row) =>
        sql.Run(
            "UPDATE outbox SET state = 'Waiting', attempts = attempts + 1, may_repeat = $2, is_plain = $3, problem = $4 WHERE id = $1",
            row.Id,
            row.MayRepeat,
            row.IsPlain,
            JournalJson.Of(row.Problem)
        );

    public static void MarkFiled(Sql sql, long row) => sql.Run("UPDATE outbox SET is_filed = 1 WHERE id = $1", row);

    /// <summary>
    /// What was under way when the relay was killed. A new message may be in the channel already; an edit may be made twice.
    /// </summary>
    /// <returns>The rows that may have arrived.</returns>
    public static IReadOnlyList<long> Recover(Sql sql)
    {
        var doubtful = sql.All(
            "SELECT id FROM outbox WHERE state = 'Sending' AND telling <> 'Update'",
            row => row.GetInt64(0)
        );
        sql.Run("UPDATE outbox SET may_repeat = (telling <> 'Update'), state = 'Waiting' WHERE state = 'Sending'");
        return doubtful;
    }

    public static string SubjectOf(Incident incident) => $"incident:{incident.Id}";

    /// <summary>A card, or an edit, that has not been sent will show what is true by then.</summary>
    public static bool WillBeShown(Sql sql, Incident incident) =>
        sql.Number(
            "SELECT 1 FROM outbox WHERE subject = $1 AND state = 'Waiting' AND telling IN ('Card', 'Update') LIMIT 1",
            SubjectOf(incident)
        ) == 1;

    public static void Insert(
        Sql sql,
        string subject,
        long? incident,
        Telling telling,
        Card? card,
        DateTimeOffset? until,
        DateTimeOffset at
    ) =>
        sql.Run(
            "INSERT INTO outbox(subject, incident, telling, card, until, at) VALUES($1, $2, $3, $4, $5, $6)",
            subject,
            incident,
            telling,
            card is null ? null : JournalJson.Of(card),
            until,
            at
        );

    static OutboxRow Read(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.MaybeNumber(2),
            row.Name<Telling>(3),
            row.MaybeText(4) is { } card ? JournalJson.Card(card) : null,
            row.MaybeTime(5),
            row.Time(6),
            (int)row.GetInt64(7),
            row.Yes(8),
            row.Yes(9),
            row.Yes(10),
            row.MaybeTrouble(11)
        );
}
