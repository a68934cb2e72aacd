using Benevoclic.Api.Announcements;

namespace Benevoclic.Api.Dashboard;

/// <param name="EventType">A tag that announcements must have; null takes all.</param>
sealed record DashboardQuery(DashboardPeriod Period, string? EventType, string? Status)
{
    public bool Keeps(Announcement announcement) =>
        Period.Contains(announcement.PublishedAt)
        && (EventType is null || announcement.Tags.Contains(EventType))
        && (Status is null || announcement.Status == Status);
}
