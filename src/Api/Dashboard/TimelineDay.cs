using System.Globalization;

namespace Benevoclic.Api.Dashboard;

/// <summary>What was published on one day.</summary>
/// <param name="Date">yyyy-MM-dd</param>
/// <param name="EngagementRate">People per event.</param>
sealed record TimelineDay(string Date, int Announcements, double Participants, double Volunteers, double EngagementRate)
{
    /// <summary>Each day of the period, those without anything too.</summary>
    public static IReadOnlyList<TimelineDay> Of(IReadOnlyList<DashboardEvent> events, DashboardPeriod period)
    {
        var byDay = events.ToLookup(one =>
            one.PublishedAt?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        return [.. period.Days.Select(day => On(day, [.. byDay[day]]))];
    }

    static TimelineDay On(string day, IReadOnlyList<DashboardEvent> published)
    {
        var participants = published.Sum(one => one.Participants.Number);
        var volunteers = published.Sum(one => one.Volunteers.Number);
        return new(
            day,
            published.Count,
            participants,
            volunteers,
            Rounding.Mean(participants + volunteers, published.Count)
        );
    }
}
