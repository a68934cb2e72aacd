using Benevoclic.Api.Announcements;

namespace Benevoclic.Api.Dashboard;

/// <summary>How many events there were, in which state, and how well they were attended.</summary>
/// <param name="CompletionRate">Percent of the events that are full.</param>
sealed record AnnouncementStats(
    int TotalAnnouncements,
    int ActiveAnnouncements,
    int CompletedAnnouncements,
    int CancelledAnnouncements,
    long CompletionRate,
    double AverageParticipantsPerAnnouncement,
    double AverageVolunteersPerAnnouncement
)
{
    public static AnnouncementStats Of(IReadOnlyList<DashboardEvent> events)
    {
        var completed = Count(AnnouncementStatus.Completed);
        return new(
            events.Count,
            Count(AnnouncementStatus.Active),
            completed,
            Count(AnnouncementStatus.Inactive),
            Rounding.Percent(completed, events.Count),
            Rounding.Mean(events.Sum(one => one.Participants.Number), events.Count),
            Rounding.Mean(events.Sum(one => one.Volunteers.Number), events.Count)
        );

        int Count(string status) => events.Count(one => one.Status == status);
    }
}
