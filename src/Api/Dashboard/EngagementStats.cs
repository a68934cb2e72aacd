using Benevoclic.Api.Announcements;
using Benevoclic.Api.Announcements.Registering;

namespace Benevoclic.Api.Dashboard;

/// <param name="OverallEngagementRate">People per event; the web client's word for it.</param>
/// <param name="AverageEventFillRate">Percent. Events without any limit are left out: nothing can fill them.</param>
sealed record EngagementStats(
    double OverallEngagementRate,
    long AverageEventFillRate,
    PopularEvent MostPopularEvent,
    FilledEvent BestFillRateEvent
)
{
    public static EngagementStats Of(IReadOnlyList<Announcement> announcements)
    {
        var fills = announcements.Select(Fill).OfType<double>().ToList();
        return new(
            Rounding.Mean(announcements.Sum(People), announcements.Count),
            fills.Count == 0 ? 0 : Rounding.Whole(fills.Average()),
            announcements.MaxBy(People) is { } popular ? PopularEvent.Of(popular) : PopularEvent.None,
            BestFilled(announcements)
        );
    }

    /// <summary>Percent of its places that are taken; null when it has no limit.</summary>
    static double? Fill(Announcement announcement) =>
        Math.Max(announcement.Maximum(Side.Participants), announcement.Maximum(Side.Volunteers)) switch
        {
            < 0 => null,
            0 => 0,
            var places => People(announcement) / places * 100,
        };

    static double People(Announcement announcement) =>
        announcement.Number(Side.Participants) + announcement.Number(Side.Volunteers);

    static FilledEvent BestFilled(IReadOnlyList<Announcement> announcements) =>
        announcements.MaxBy(one => Rounding.Whole(Fill(one) ?? 0)) is { } best
            ? new(best.Id, best.Name, Rounding.Whole(Fill(best) ?? 0))
            : FilledEvent.None;
}

sealed record PopularEvent(string Id, string Name, double Participants, double Volunteers)
{
    public static readonly PopularEvent None = new("", "Aucun", 0, 0);

    public static PopularEvent Of(Announcement announcement) =>
        new(
            announcement.Id,
            announcement.Name,
            announcement.Number(Side.Participants),
            announcement.Number(Side.Volunteers)
        );
}

sealed record FilledEvent(string Id, string Name, long FillRate)
{
    public static readonly FilledEvent None = new("", "Aucun", 0);
}
