using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Incidents;

/// <summary>The journal as JSON, for the command line and for whoever wants to count.</summary>
static class IncidentsEndpoint
{
    /// <summary>Read from the journal at once; the answer holds all there are, for a report that was cut without a word would be wrong.</summary>
    const int AtOnce = 200;

    public static void MapIncidents(this WebApplication app)
    {
        app.MapGet("/incidents", List);
        app.MapGet("/incidents/{id:long}", Find);
        app.MapGet("/outbox", ShowOutbox);
        app.MapGet("/journal", ShowJournal);
    }

    /// <summary>With open=true those that last; otherwise those that lasted at any moment from `since` (30 days ago) to `until` (now).</summary>
    static IEnumerable<IncidentView> List(
        Journal journal,
        TimeProvider time,
        bool open = false,
        DateTimeOffset? since = null,
        DateTimeOffset? until = null
    )
    {
        var now = time.GetUtcNow();
        return All(after =>
                journal.Read(sql =>
                    open
                        ? IncidentTable.Lasting(sql, AtOnce, after)
                        : IncidentTable.Between(
                            sql,
                            since ?? now.AddDays(-30),
                            until ?? now.AddSeconds(1),
                            AtOnce,
                            after
                        )
                )
            )
            .Select(incident => IncidentView.Of(incident, now));
    }

    static IEnumerable<Incident> All(Func<long, IReadOnlyList<Incident>> next)
    {
        for (var found = next(0); found.Count > 0; found = next(found[^1].Id))
            foreach (var incident in found)
                yield return incident;
    }

    static IResult Find(long id, Journal journal, TimeProvider time) =>
        journal.Read(sql => IncidentTable.Find(sql, id)) is { } incident
            ? TypedResults.Ok(
                IncidentView.Of(incident, time.GetUtcNow()) with
                {
                    Timeline = journal.Read(sql => Moment.Of(sql, id)),
                }
            )
            : TypedResults.NotFound();

    static JournalView ShowJournal(Journal journal, RelayMetrics metrics, TimeProvider time) =>
        new(journal.CreatedAt, journal.Read(sql => Unwatched.All(sql, metrics.WatchedUntil, time.GetUtcNow())));

    static OutboxView ShowOutbox(Journal journal, Roads roads)
    {
        var (depth, oldest) = journal.Read(OutboxTable.Depth);
        return new OutboxView(
            depth,
            oldest,
            [
                .. roads.All.Select(road => new RoadView(
                    road.Number,
                    road.Gone is null,
                    road.IsOut,
                    road.Gone?.ToString()
                )),
            ],
            [
                .. journal
                    .Read(sql => OutboxTable.Left(sql, 200))
                    .Select(row => new RowView(
                        row.Subject,
                        row.Telling.ToString(),
                        row.At,
                        row.Attempts,
                        row.Problem?.ToString()
                    )),
            ]
        );
    }

    /// <param name="Since">What happened before that, nobody wrote down.</param>
    /// <param name="Unwatched">Since then, times without a sign of life from Alertmanager.</param>
    internal sealed record JournalView(DateTimeOffset Since, IReadOnlyList<Unwatched> Unwatched);

    internal sealed record OutboxView(
        long Depth,
        DateTimeOffset? Oldest,
        IReadOnlyList<RoadView> Webhooks,
        IReadOnlyList<RowView> Rows
    );

    /// <param name="Exists">False: Discord said that the webhook is gone.</param>
    /// <param name="IsOut">It has not worked for two minutes.</param>
    internal sealed record RoadView(int Number, bool Exists, bool IsOut, string? Problem);

    internal sealed record RowView(string Subject, string Telling, DateTimeOffset At, int Attempts, string? Problem);
}

/// <summary>An incident for programs.</summary>
/// <param name="Phase">open, recovering, unknown or closed.</param>
/// <param name="HeardAt">When the relay heard of it.</param>
/// <param name="ShownAt">When Discord had its card; null before.</param>
/// <param name="EndsAt">Null while it lasts.</param>
/// <param name="Seconds">How long it lasts, or lasted.</param>
/// <param name="LastGood">When Prometheus last measured the target well before it; for ServerDown and SystemDown.</param>
/// <param name="IsExpected">It happened within a deploy and its limit.</param>
/// <param name="Timeline">Only when one incident is asked for.</param>
sealed record IncidentView(
    long Id,
    string Name,
    string Fingerprint,
    string Severity,
    string? Job,
    string Phase,
    string Doubt,
    DateTimeOffset StartsAt,
    DateTimeOffset HeardAt,
    DateTimeOffset? ShownAt,
    DateTimeOffset? EndsAt,
    double Seconds,
    int Relapses,
    string? Cause,
    DateTimeOffset? LastGood,
    Silence? Silence,
    DeployMark? Deploy,
    bool IsExpected,
    bool IsCaughtUp,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<Moment>? Timeline = null
)
{
    public static IncidentView Of(Incident incident, DateTimeOffset now) =>
        new(
            incident.Id,
            incident.Alert.Name,
            incident.Alert.Fingerprint,
            incident.Alert.Label("severity") ?? "none",
            incident.Alert.Label("job"),
            incident.Phase.ToString().ToLowerInvariant(),
            incident.Doubt.ToString(),
            incident.StartsAt,
            incident.HeardAt,
            incident.ShownAt,
            incident.IsClosed ? incident.EndsAt : null,
            incident.LastedUntil(incident.IsClosed ? incident.EndsAt ?? now : now).TotalSeconds,
            incident.Relapses,
            incident.Cause?.Kind.ToString(),
            incident.LastGood,
            incident.Silence,
            incident.Deploy,
            incident.IsExpected,
            incident.IsCaughtUp,
            incident.Alert.Labels
        );
}
