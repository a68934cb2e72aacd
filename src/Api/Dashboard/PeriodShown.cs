using System.Globalization;

namespace Benevoclic.Api.Dashboard;

/// <summary>ISO with the offset in which the day begins and ends; null for a date that was none.</summary>
sealed record PeriodShown(string? StartDate, string? EndDate)
{
    public static PeriodShown Of(DashboardPeriod period) => new(Text(period.Start), Text(period.End));

    static string? Text(DateTimeOffset? instant) =>
        instant?.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
