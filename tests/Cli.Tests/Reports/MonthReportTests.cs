using Benevoclic.Cli.Output;
using Benevoclic.Cli.Reports;

namespace Benevoclic.Cli.Tests.Reports;

public sealed class MonthReportTests
{
    static readonly TimeZoneInfo Paris = TimeZoneInfo.CreateCustomTimeZone("p", TimeSpan.FromHours(1), "p", "p");
    static readonly DateTimeOffset Now = new(2026, 11, 28, 12, 0, 0, TimeSpan.FromHours(1));
    static readonly RecordedJournal Long = new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, default));
    static readonly Month October = Month.Parse("2026-10", Now, Paris);

    static RecordedIncident Incident(
        string name,
        DateTimeOffset start,
        double? minutes,
        string phase = "closed",
        string severity = "critical",
        bool expected = false,
        int relapses = 0,
        double unseen = 0
    ) =>
        new(
            name,
            severity,
            phase,
            start,
            start.AddSeconds(1),
            start.AddSeconds(3),
            minutes is { } known ? start.AddMinutes(known) : null,
            relapses,
            start.AddSeconds(-unseen),
            expected,
            IsCaughtUp: false
        );

    [Theory]
    [InlineData("", "2026-10")]
    [InlineData("2026-11", "2026-11")]
    [InlineData("2025-12", "2025-12")]
    public void A_month_is_named_or_the_last_one_that_is_over(string text, string expected) =>
        Assert.Equal(expected, Month.Parse(text, Now, Paris).Name);

    [Theory]
    [InlineData("2026-12")]
    [InlineData("2026-13")]
    [InlineData("11")]
    [InlineData("november")]
    public void Any_other_is_refused(string text) =>
        Assert.Contains(
            "such as 2026-11",
            Assert.Throws<CommandException>(() => Month.Parse(text, Now, Paris)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void It_begins_and_ends_at_midnight_here() =>
        Assert.Equal(
            (new DateTimeOffset(2026, 9, 30, 23, 0, 0, default), new DateTimeOffset(2026, 10, 31, 23, 0, 0, default)),
            (October.From.ToUniversalTime(), October.To.ToUniversalTime())
        );

    [Fact]
    public void A_quiet_month_is_all_available()
    {
        var report = MonthReport.Of(October, Now, Long, []);

        Assert.Equal((1, 0, 0), (report.Availability, report.Down, report.Unknown));
    }

    [Fact]
    public void Only_what_lies_in_the_month_counts()
    {
        var report = MonthReport.Of(
            October,
            Now,
            Long,
            [
                Incident("ServerDown", October.From.AddMinutes(-10), 15),
                Incident("ServerDown", October.To.AddMinutes(-2), 60),
                Incident("ServerDown", October.From.AddDays(3), 1, expected: true),
                Incident("HighCpu", October.From.AddDays(5), 600),
            ]
        );

        Assert.Equal((8 * 60, 60), (report.Down, report.Planned));
        Assert.Equal(1 - (8 * 60 / (31 * 86400.0)), report.Availability!.Value, 9);
    }

    [Fact]
    public void An_outage_begins_with_the_last_good_measurement_and_not_with_its_alert()
    {
        var start = October.From.AddDays(3);

        var report = MonthReport.Of(
            October,
            Now,
            Long,
            [
                Incident("ServerDown", start, 1, unseen: 7),
                Incident("ServerDown", start.AddDays(1), 1, unseen: 5, expected: true),
                Incident("ServerDown", start.AddDays(2), 1) with
                {
                    LastGood = null,
                },
                Incident("ServerDown", start.AddDays(3), 1, unseen: -3),
            ]
        );

        Assert.Equal((4 * 60 + 12, 65), (report.Down, report.Planned));
        Assert.Contains(
            "from the last good measurement",
            string.Concat(ReportView.Lines(report)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_nobody_could_see_is_neither_up_nor_down()
    {
        var half = (October.To - October.From) / 2;
        var report = MonthReport.Of(
            October,
            Now,
            Long,
            [
                Incident("ServerDown", October.From, half.TotalMinutes, phase: "unknown"),
                Incident("ServerDown", October.From + half, half.TotalMinutes / 2),
            ]
        );

        Assert.Equal(half.TotalSeconds, report.Unknown, 3);
        Assert.Equal(0.5, report.Availability!.Value, 6);
    }

    [Fact]
    public void Before_there_was_a_journal_nobody_watched()
    {
        var began = October.To.AddDays(-1);
        var outage = Incident("ServerDown", began.AddHours(1), 144);

        var report = MonthReport.Of(October, Now, new RecordedJournal(began), [outage]);
        var before = MonthReport.Of(October, Now, new RecordedJournal(October.To.AddDays(3)), []);

        Assert.Equal((30 * 86400.0, 0.9), (report.Unknown, Math.Round(report.Availability!.Value, 6)));
        Assert.Null(before.Availability);
        Assert.Contains("nobody watched", ReportView.Lines(before).First(), StringComparison.Ordinal);
    }

    [Fact]
    public void While_no_sign_of_life_came_nobody_watched_whatever_is_said_to_have_lasted()
    {
        var (off, on) = (October.From.AddDays(1), October.From.AddDays(11));
        var journal = Long with { Unwatched = [new(off, on), new(October.To, October.To.AddDays(1))] };

        var report = MonthReport.Of(
            October,
            Now,
            journal,
            [Incident("ServerDown", off.AddHours(-1), (on - off).TotalMinutes + 120)]
        );

        Assert.Equal((7200, 10 * 86400.0), (report.Down, report.Unknown));
        Assert.Equal(1 - (7200 / (21 * 86400.0)), report.Availability!.Value, 9);
    }

    [Fact]
    public void A_month_that_still_runs_ends_now()
    {
        var report = MonthReport.Of(
            Month.Parse("2026-11", Now, Paris),
            Now,
            Long,
            [Incident("ServerDown", Now.AddMinutes(-5), null, phase: "open")]
        );

        Assert.Equal(5 * 60, report.Down);
    }

    [Fact]
    public void Each_alert_shows_how_long_it_took_to_see_to_tell_and_to_mend()
    {
        var alert = Assert.Single(
            MonthReport
                .Of(
                    October,
                    Now,
                    Long,
                    [
                        Incident("ServerDown", October.From, 2, unseen: 6),
                        Incident("ServerDown", October.From.AddDays(1), 4, relapses: 2, unseen: 4),
                    ]
                )
                .Alerts
        );

        Assert.Equal(
            (2, 364, 185, 7, 2, 2),
            (alert.Count, alert.Total, alert.MeanToRepair, alert.WorstDetection, alert.WorstDelivery, alert.Relapses)
        );
    }

    [Theory]
    [InlineData("warning", 5, 1, 0, "HighCpu ended by itself within 5 minutes 5 times")]
    [InlineData("warning", 4, 1, 0, null)]
    [InlineData("critical", 5, 1, 0, null)]
    [InlineData("warning", 5, 30, 0, null)]
    [InlineData("critical", 1, 30, 5, "HighCpu came back 5 times within minutes")]
    public void Alerts_that_helped_nobody_are_named(
        string severity,
        int times,
        int minutes,
        int relapses,
        string? expected
    )
    {
        var incidents = Enumerable
            .Range(1, times)
            .Select(day =>
                Incident("HighCpu", October.From.AddDays(day), minutes, severity: severity, relapses: relapses)
            )
            .ToList();

        var advice = MonthReport.Of(October, Now, Long, incidents).Advice;

        Assert.Equal(expected is null ? 0 : 1, advice.Count);
        Assert.All(advice, text => Assert.StartsWith(expected!, text, StringComparison.Ordinal));
    }
}
