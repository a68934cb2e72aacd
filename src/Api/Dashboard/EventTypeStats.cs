using Benevoclic.Api.Announcements;

namespace Benevoclic.Api.Dashboard;

/// <param name="EventType">A tag; "autre" stands for events that never had a list of them.</param>
sealed record EventTypeStats(string EventType, int Count, long CompletionRate, long AverageParticipants)
{
    const string Other = "autre";

    /// <summary>In the order in which the tags are met.</summary>
    public static IReadOnlyList<EventTypeStats> Of(IReadOnlyList<DashboardEvent> events) =>
        [
            .. events
                .SelectMany(one => one.Tags ?? [Other], (one, tag) => (one, tag))
                .GroupBy(pair => pair.tag, pair => pair.one)
                .Select(group => OfType(group.Key, [.. group])),
        ];

    static EventTypeStats OfType(string tag, IReadOnlyList<DashboardEvent> events) =>
        new(
            tag,
            events.Count,
            Rounding.Percent(events.Count(one => one.Status == AnnouncementStatus.Completed), events.Count),
            Rounding.Whole(events.Average(one => one.Participants.Number))
        );
}
