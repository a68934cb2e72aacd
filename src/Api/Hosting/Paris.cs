using System.Globalization;

namespace Benevoclic.Api.Hosting;

/// <summary>
/// The day and the hour where Benevoclic's people live. The rule is here, and not asked of the system: the image of a container
/// has no time zones.
/// </summary>
/// <remarks>CET, and CEST from the last Sunday of March to the last one of October, 01:00 UTC: directive 2000/84/EC.</remarks>
static class Paris
{
    const string Day = "yyyy-MM-dd";

    static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "Europe/Paris",
        TimeSpan.FromHours(1),
        "Paris",
        "CET",
        "CEST",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                LastSunday(month: 3, hour: 2),
                LastSunday(month: 10, hour: 3)
            ),
        ]
    );

    public static DateTimeOffset ParisNow(this TimeProvider clock) => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    /// <summary>When a day begins there.</summary>
    public static DateTimeOffset At(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight));
    }

    /// <summary>When an hour strikes there next. In the night that has no such hour, when the one after it does.</summary>
    public static DateTimeOffset Next(int hour, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        var next = At(today, hour);
        return next > now ? next : At(today.AddDays(1), hour);
    }

    static DateTimeOffset At(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        var real = Zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, Zone.GetUtcOffset(real));
    }

    /// <summary>yyyy-MM-dd, as documents keep days.</summary>
    public static string ParisToday(this TimeProvider clock) =>
        clock.ParisNow().ToString(Day, CultureInfo.InvariantCulture);

    static TimeZoneInfo.TransitionTime LastSunday(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(
            new DateTime(1, 1, 1, hour, 0, 0),
            month,
            5,
            DayOfWeek.Sunday
        );
}
