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
    public static EngagementStats Of(IReadOnlyList<DashboardEvent> events)
    {
        var fills = events.Select(Fill).OfType<double>().ToList();
        return new(
            Rounding.Mean(events.Sum(one => one.Attending), events.Count),
            fills.Count == 0 ? 0 : Rounding.Whole(fills.Average()),
            events.MaxBy(one => one.Attending) is { } popular ? PopularEvent.Of(popular) : PopularEvent.None,
            BestFilled(events)
        );
    }

    /// <summary>Percent of its places that are taken; null when it has no limit.</summary>
    static double? Fill(DashboardEvent one) =>
        Math.Max(one.Participants.Maximum, one.Volunteers.Maximum) switch
        {
            < 0 => null,
            0 => 0,
            var places => one.Attending / places * 100,
        };

    static FilledEvent BestFilled(IReadOnlyList<DashboardEvent> events) =>
        events.MaxBy(one => Rounding.Whole(Fill(one) ?? 0)) is { } best
            ? new(best.Id, best.Name, Rounding.Whole(Fill(best) ?? 0))
            : FilledEvent.None;
}

sealed record PopularEvent(string Id, string Name, double Participants, double Volunteers)
{
    public static readonly PopularEvent None = new("", "Aucun", 0, 0);

    public static PopularEvent Of(DashboardEvent one) =>
        new(one.Id, one.Name, one.Participants.Number, one.Volunteers.Number);
}

sealed record FilledEvent(string Id, string Name, long FillRate)
{
    public static readonly FilledEvent None = new("", "Aucun", 0);
}
