using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Page;

/// <summary>All that the page shows, as it was at one moment.</summary>
/// <param name="Lasting">With their timelines; the oldest first.</param>
/// <param name="Over">The newest first.</param>
/// <param name="Left">What waits for Discord.</param>
/// <param name="Depth">How much waits; more than is shown, perhaps.</param>
/// <param name="Messages">The newest first.</param>
/// <param name="Closed">Why nothing can be delivered; null while something can.</param>
sealed record Overview(
    IReadOnlyList<(Incident Incident, IReadOnlyList<Moment> Timeline)> Lasting,
    IReadOnlyList<Incident> Over,
    IReadOnlyList<(OutboxRow Row, Incident? Incident)> Left,
    long Depth,
    IReadOnlyList<Message> Messages,
    bool HasWebhook,
    Trouble? Closed,
    string? JournalProblem,
    DateTimeOffset? Watchdog
)
{
    /// <summary>As many of each as a person would read; older ones are on pages of their own.</summary>
    public const int Shown = 50;

    public static Overview Of(Journal journal, Roads roads, RelayMetrics metrics) =>
        journal.Read(sql => new Overview(
            [.. IncidentTable.Lasting(sql, Shown).Select(incident => (incident, Moment.Of(sql, incident.Id)))],
            IncidentTable.LatestClosed(sql, Shown),
            [.. OutboxTable.Left(sql, Shown).Select(row => (row, IncidentOf(sql, row)))],
            OutboxTable.Depth(sql).Depth,
            MessageTable.Latest(sql, Shown),
            roads.All.Count > 0,
            roads.Closed,
            journal.Problem,
            metrics.WatchdogSeen
        ));

    static Incident? IncidentOf(Sql sql, OutboxRow row) => row.Incident is { } id ? IncidentTable.Find(sql, id) : null;
}
