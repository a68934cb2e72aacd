using Benevoclic.Api.Announcements;

namespace Benevoclic.Api.Dashboard;

/// <summary>What an association reads about its own events; the formulas are the contract's (4.4 there).</summary>
sealed record AssociationDashboard(
    AnnouncementStats AnnouncementStats,
    ParticipantStats ParticipantStats,
    VolunteerStats VolunteerStats,
    EngagementStats EngagementStats,
    IReadOnlyList<TimelineDay> TimeSeriesData,
    IReadOnlyList<EventTypeStats> EventTypeStats,
    PeriodShown Period
)
{
    /// <param name="all">Every announcement of the association.</param>
    /// <param name="today">yyyy-MM-dd in Paris.</param>
    public static AssociationDashboard Of(IEnumerable<Announcement> all, DashboardQuery query, string today)
    {
        var kept = all.Select(DashboardEvent.Of).Where(query.Keeps).ToList();
        var month = today[..7];
        return new(
            AnnouncementStats.Of(kept),
            ParticipantStats.Of(Crowd.Of(kept.SelectMany(one => one.Participants.Seats)), month),
            VolunteerStats.Of(
                Crowd.Of(kept.SelectMany(one => one.Volunteers.Seats)),
                kept.Sum(one => one.Waiting),
                month
            ),
            EngagementStats.Of(kept),
            TimelineDay.Of(kept, query.Period),
            Dashboard.EventTypeStats.Of(kept),
            PeriodShown.Of(query.Period)
        );
    }
}
