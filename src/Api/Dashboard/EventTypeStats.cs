using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;

namespace Benevoclic.Api.Dashboard;

/// <param name="EventType">A tag; "autre" stands for events that never had a list of them.</param>
sealed record EventTypeStats(string EventType, int Count, long CompletionRate, long AverageParticipants)
{
    const string Other = "autre";

    /// <summary>In the order in which the tags are met.</summary>
    public static IReadOnlyList<EventTypeStats> Of(IReadOnlyList<Announcement> announcements) =>
        [
            .. announcements
                .SelectMany(one => one.HasTags ? one.Tags : [Other], (one, tag) => (one, tag))
                .GroupBy(pair => pair.tag, pair => pair.one)
                .Select(group => OfType(group.Key, [.. group])),
        ];

    static EventTypeStats OfType(string tag, IReadOnlyList<Announcement> announcements) =>
        new(
            tag,
            announcements.Count,
            Rounding.Percent(
                announcements.Count(one => one.Status == AnnouncementStatus.Completed),
                announcements.Count
            ),
            Rounding.Whole(announcements.Average(one => one.Number(Side.Participants)))
        );
}
