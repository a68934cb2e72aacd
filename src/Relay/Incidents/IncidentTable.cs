using Benevoclic.Relay.Journaling;
using Microsoft.Data.Sqlite;

namespace Benevoclic.Relay.Incidents;

/// <summary>Incidents in the journal.</summary>
static class IncidentTable
{
    const string Columns = "SELECT id, state FROM incidents";
    const string AreLasting = "phase IN ('Open', 'Recovering', 'Unknown')";

    /// <summary>The one that lasts, or else the latest one that is over.</summary>
    public static Incident? LatestOf(Sql sql, string fingerprint) =>
        sql.First($"{Columns} WHERE fingerprint = $1 ORDER BY id DESC LIMIT 1", Read, fingerprint);

    public static Incident? Find(Sql sql, long id) => sql.First($"{Columns} WHERE id = $1", Read, id);

    /// <summary>Oldest first, of those with a greater number than <paramref name="after"/>.</summary>
    public static IReadOnlyList<Incident> Lasting(Sql sql, int count, long after = 0) =>
        sql.All($"{Columns} WHERE {AreLasting} AND id > $2 ORDER BY id LIMIT $1", Read, count, after);

    /// <summary>All of them, row by row: in a storm they are many.</summary>
    public static IEnumerable<Incident> EachLasting(Sql sql) => sql.Each($"{Columns} WHERE {AreLasting}", Read);

    public static IReadOnlyList<string> OpenFingerprints(Sql sql) =>
        sql.All("SELECT fingerprint FROM incidents WHERE phase = 'Open'", row => row.GetString(0));

    /// <summary>Those that began within a deploy. Asked every second, so it does not read all the others.</summary>
    public static IReadOnlyList<Incident> WithinDeploys(Sql sql) =>
        sql.All($"{Columns} WHERE {AreLasting} AND instr(state, '\"IsInside\":true') > 0", Read);

    public static IReadOnlyList<Incident> InDoubt(Sql sql) =>
        sql.All($"{Columns} WHERE phase IN ('Recovering', 'Unknown') ORDER BY id", Read);

    /// <summary>Newest first, of those with a smaller number than <paramref name="before"/>.</summary>
    public static IReadOnlyList<Incident> LatestClosed(Sql sql, int count, long before = long.MaxValue) =>
        sql.All($"{Columns} WHERE phase = 'Closed' AND id < $2 ORDER BY id DESC LIMIT $1", Read, count, before);

    /// <summary>All that lasted at any moment between the two, oldest first, of those with a greater number than <paramref name="after"/>.</summary>
    public static IReadOnlyList<Incident> Between(
        Sql sql,
        DateTimeOffset since,
        DateTimeOffset until,
        int count,
        long after = 0
    ) =>
        sql.All(
            $"{Columns} WHERE starts_at < $2 AND (closed_at IS NULL OR closed_at >= $1) AND id > $4 ORDER BY id LIMIT $3",
            Read,
            since,
            until,
            count,
            after
        );

    /// <summary>All that one message tells, oldest first.</summary>
    public static IReadOnlyList<Incident> ToldBy(Sql sql, long message) =>
        sql.All($"{Columns} WHERE message = $1 ORDER BY id", Read, message);

    public static IReadOnlyDictionary<Phase, long> Count(Sql sql) =>
        sql.All("SELECT phase, count(*) FROM incidents GROUP BY phase", row => (row.Name<Phase>(0), row.GetInt64(1)))
            .ToDictionary();

    public static void Hear(Sql sql, long id, DateTimeOffset at) =>
        sql.Run("UPDATE incidents SET last_seen = $2 WHERE id = $1", id, at);

    /// <returns>The incident with its number.</returns>
    public static Incident Save(Sql sql, Incident incident, DateTimeOffset at)
    {
        if (incident.Id == 0)
            return incident with { Id = Insert(sql, incident, at) };
        sql.Run(
            "UPDATE incidents SET phase = $2, closed_at = $3, message = $4, state = $5 WHERE id = $1",
            incident.Id,
            incident.Phase,
            incident.ClosedAt,
            incident.Message,
            JournalJson.Of(incident)
        );
        return incident;
    }

    static long Insert(Sql sql, Incident incident, DateTimeOffset at) =>
        sql.Insert(
            "INSERT INTO incidents(fingerprint, phase, starts_at, closed_at, last_seen, message, state) VALUES($1, $2, $3, $4, $5, $6, $7)",
            incident.Alert.Fingerprint,
            incident.Phase,
            incident.StartsAt,
            incident.ClosedAt,
            at,
            incident.Message,
            JournalJson.Of(incident)
        );

    static Incident Read(SqliteDataReader row) => JournalJson.Incident(row.GetString(1)) with { Id = row.GetInt64(0) };
}
