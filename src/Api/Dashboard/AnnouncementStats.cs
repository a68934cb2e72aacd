using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;

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
    public static AnnouncementStats Of(IReadOnlyList<Announcement> announcements)
    {
        var completed = Count(AnnouncementStatus.Completed);
        return new(
            announcements.Count,
            Count(AnnouncementStatus.Active),
            completed,
            Count(AnnouncementStatus.Inactive),
            Rounding.Percent(completed, announcements.Count),
            Rounding.Mean(announcements.Sum(one => one.Number(Side.Participants)), announcements.Count),
            Rounding.Mean(announcements.Sum(one => one.Number(Side.Volunteers)), announcements.Count)
        );

        int Count(string status) => announcements.Count(one => one.Status == status);
    }
}
