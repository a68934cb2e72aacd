using System.Globalization;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Dashboard;

/// <summary>From the first moment of a day to the last of another. A date that is none is null, and nothing lies in such a period.</summary>
/// <param name="Start">In UTC when it was asked for, in Paris when it is the default: twelve months ago.</param>
/// <param name="End">The default is in six months.</param>
sealed record DashboardPeriod(DateTimeOffset? Start, DateTimeOffset? End)
{
    const int LongestYears = 5;
    const int DefaultMonthsBack = 12;
    const int DefaultMonthsAhead = 6;

    static readonly TimeSpan LastMoment = TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1);

    /// <exception cref="ApiException">400: longer than five years. Each day of it is a line of the answer.</exception>
    public static DashboardPeriod Of(string? startDate, string? endDate, TimeProvider clock)
    {
        var now = clock.ParisNow();
        var period = new DashboardPeriod(
            startDate is null ? StartOfDay(now.AddMonths(-DefaultMonthsBack)) : Day(startDate),
            (endDate is null ? StartOfDay(now.AddMonths(DefaultMonthsAhead)) : Day(endDate))?.Add(LastMoment)
        );
        return period.IsTooLong
            ? throw ApiException.BadRequest(
                $"La période est trop longue : au plus {LongestYears} ans entre startDate et endDate"
            )
            : period;
    }

    public bool Contains(DateTimeOffset? instant) => instant >= Start && instant <= End;

    /// <summary>yyyy-MM-dd, each one.</summary>
    public IEnumerable<string> Days =>
        Start is { } start && End is { } end
            ? Between(DateOnly.FromDateTime(start.DateTime), DateOnly.FromDateTime(end.DateTime))
            : [];

    // The calendar ends with the year 9999, and so does every period that begins in its last five years.
    bool IsTooLong =>
        Start is { } start && start.Year <= DateTime.MaxValue.Year - LongestYears && start.AddYears(LongestYears) < End;

    static IEnumerable<string> Between(DateOnly first, DateOnly last) =>
        Enumerable
            .Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1))
            .Select(number => DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    static DateTimeOffset StartOfDay(DateTimeOffset instant) => Paris.At(DateOnly.FromDateTime(instant.DateTime));

    static DateTimeOffset? Day(string text) =>
        Formats.IsDate(text) ? new DateTimeOffset(IsoDate.Parse(text).UtcDateTime.Date, TimeSpan.Zero) : null;
}
