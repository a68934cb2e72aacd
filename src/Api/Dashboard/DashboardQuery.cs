namespace Benevoclic.Api.Dashboard;

/// <param name="EventType">A tag that events must have; null takes all.</param>
sealed record DashboardQuery(DashboardPeriod Period, string? EventType, string? Status)
{
    public bool Keeps(DashboardEvent one) =>
        Period.Contains(one.PublishedAt)
        && (EventType is null || one.Tags?.Contains(EventType) == true)
        && (Status is null || one.Status == Status);
}
