using System.Text.Json.Serialization;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Incidents;

/// <summary>One entry of an incident's timeline.</summary>
/// <param name="What">
/// opened, caught-up, missed, resolved, gone, resumed, relapsed, doubted, closed, muted, audible, explained, overdue; sent, edited, ended,
/// retried, refused.
/// </param>
/// <param name="Detail">For a person; never the webhook's address.</param>
sealed record Moment(DateTimeOffset At, string What, string? Detail)
{
    /// <summary>What a try met; then the detail is its words for programs.</summary>
    [JsonIgnore]
    public Trouble? Trouble { get; private init; }

    public static void Note(Sql sql, long incident, DateTimeOffset at, string what, string? detail = null) =>
        sql.Run("INSERT INTO moments(incident, at, what, detail) VALUES($1, $2, $3, $4)", incident, at, what, detail);

    public static IReadOnlyList<Moment> Of(Sql sql, long incident) =>
        sql.All("SELECT at, what, detail FROM moments WHERE incident = $1 ORDER BY id", Read, incident);

    static Moment Read(Microsoft.Data.Sqlite.SqliteDataReader row) =>
        row.GetString(1) is var what && what is "sent" or "retried" or "refused" && row.MaybeTrouble(2) is { } trouble
            ? new Moment(row.Time(0), what, trouble.ToString()) { Trouble = trouble }
            : new Moment(row.Time(0), what, row.MaybeText(2));
}
