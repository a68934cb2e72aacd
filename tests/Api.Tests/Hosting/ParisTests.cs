using Benevoclic.Api.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Api.Tests.Hosting;

public sealed class ParisTests
{
    [Theory]
    [InlineData("2026-01-01T22:59:59Z", "2026-01-01")]
    [InlineData("2026-01-01T23:00:00Z", "2026-01-02")]
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    [InlineData("2026-12-31T23:30:00Z", "2027-01-01")]
    public void A_day_begins_at_midnight_in_Paris(string utc, string day) =>
        Assert.Equal(day, ClockAt(utc).ParisToday());

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 1)]
    [InlineData("2026-03-29T01:00:00Z", 2)]
    [InlineData("2026-10-25T00:59:59Z", 2)]
    [InlineData("2026-10-25T01:00:00Z", 1)]
    public void Summer_time_begins_and_ends_on_the_last_Sundays(string utc, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), ClockAt(utc).ParisNow().Offset);

    [Fact]
    public void Our_rule_is_the_one_of_the_time_zone_database()
    {
        Assert.SkipUnless(TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var known), "no tzdata here");

        for (
            var hour = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            hour.Year < 2035;
            hour = hour.AddHours(1)
        )
            Assert.Equal(known!.GetUtcOffset(hour), new FakeTimeProvider(hour).ParisNow().Offset);
    }

    static FakeTimeProvider ClockAt(string utc) =>
        new(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-11-22T14:38:28Z", 2, "2026-11-23T01:00:00Z")]
    [InlineData("2026-11-22T00:30:00Z", 2, "2026-11-22T01:00:00Z")]
    [InlineData("2026-11-22T01:00:00Z", 2, "2026-11-23T01:00:00Z")]
    [InlineData("2026-07-01T12:00:00Z", 3, "2026-07-02T01:00:00Z")]
    // In the night of 29 March 2026 two o'clock is three o'clock.
    [InlineData("2026-03-28T23:30:00Z", 2, "2026-03-29T01:00:00Z")]
    public void An_hour_strikes_once_a_day_also_in_the_night_that_skips_it(string now, int hour, string next) =>
        Assert.Equal(
            DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
            Paris.Next(hour, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture))
        );
}
