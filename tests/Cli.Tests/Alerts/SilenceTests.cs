using Benevoclic.Cli.Alerts;

namespace Benevoclic.Cli.Tests.Alerts;

public sealed class SilenceTests
{
    static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    static ActiveAlert Alert(string name, params string[] silencedBy) =>
        new(
            new Dictionary<string, string>
            {
                ["alertname"] = name,
                ["severity"] = "critical",
                ["job"] = "x",
            },
            new Dictionary<string, string> { ["summary"] = "en panne" },
            Noon,
            new AlertStatus("active", silencedBy)
        );

    static Silence Silenced(string id, string state = "active") =>
        new([SilenceMatcher.Parse("ServerDown")], Noon, Noon.AddHours(1), "anne", "travaux")
        {
            Id = id,
            Status = new SilenceStatus(state),
        };

    [Theory]
    [InlineData("30m", 1800)]
    [InlineData("1h30m", 5400)]
    [InlineData("30d", 2592000)]
    public void A_time_is_read_as_Prometheus_does(string text, int seconds) =>
        Assert.Equal(seconds, SilenceWish.Parse(["ServerDown"], text, "x").For.TotalSeconds);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var wrong = Assert.Throws<CommandException>(() => SilenceWish.Parse(["a b", "c d"], "31d", " "));

        Assert.Equal(ExitCode.Usage, wrong.ExitCode);
        Assert.Equal(4, wrong.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("59s")]
    [InlineData("31d")]
    [InlineData("an hour")]
    [InlineData("")]
    public void A_time_out_of_bounds_is_refused(string text) =>
        Assert.Contains(
            "--for should be between 1m and 30d",
            Assert.Throws<CommandException>(() => SilenceWish.Parse(["ServerDown"], text, "x")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_name_that_no_rule_has_is_refused_with_the_nearest_one()
    {
        var wrong = Assert.Throws<CommandException>(() =>
            SilenceWish.Parse(["ServerDwon"], "1h", "x").RefuseUnknown(["ServerDown", "HighCpu"])
        );

        Assert.Equal("There is no alert \"ServerDwon\": did you mean ServerDown?", wrong.Message);
    }

    [Fact]
    public void Watchdog_cannot_be_silenced_by_a_wide_net()
    {
        var wish = SilenceWish.Parse(["alertname=~.+"], "1h", "x");

        Assert.Throws<CommandException>(() => wish.RefuseWatchdog([Alert("Watchdog")]));
    }

    [Fact]
    public void Nor_can_it_in_the_minute_before_it_has_arrived()
    {
        Assert.Throws<CommandException>(() => SilenceWish.Parse(["severity!=critical"], "1h", "x").RefuseWatchdog([]));
        SilenceWish.Parse(["severity=warning"], "1h", "x").RefuseWatchdog([]);
    }

    [Theory]
    [InlineData("aaaa1", "aaaa1111")]
    [InlineData("b", "bbbb1111")]
    public void The_beginning_of_an_id_is_enough(string id, string expected) =>
        Assert.Equal(
            expected,
            SilenceChoice
                .Find(
                    [Silenced("aaaa1111"), Silenced("aaaa2222"), Silenced("bbbb1111"), Silenced("bbb2", "expired")],
                    id
                )
                .Id
        );

    [Theory]
    [InlineData("aaaa", "More than one silence begins with \"aaaa\"")]
    [InlineData("c", "There is no silence \"c\"; in force are aaaa1111")]
    [InlineData("", "There is no silence \"\"")]
    public void Any_other_is_refused_with_those_that_are_there(string id, string expected) =>
        Assert.StartsWith(
            expected,
            Assert
                .Throws<CommandException>(() => SilenceChoice.Find([Silenced("aaaa1111"), Silenced("aaaa2222")], id))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_report_leaves_Watchdog_out_and_says_who_mutes_what()
    {
        var report = AlertsReport.Of(
            [Alert("Watchdog"), Alert("ServerDown", "aaaa1111"), Alert("HighCpu")],
            [Silenced("aaaa1111"), Silenced("old", "expired")]
        );

        Assert.True(report.ChainWorks);
        Assert.Equal(
            [("ServerDown", "aaaa1111"), ("HighCpu", null)],
            report.Alerts.Select(one => (one.Name, one.Silence))
        );
        Assert.Equal("job=x", report.Alerts[0].Subject);
        Assert.Equal("aaaa1111", Assert.Single(report.Silences).Id);
    }

    [Fact]
    public void Without_Watchdog_nothing_is_well() => Assert.False(AlertsReport.Of([], []).ChainWorks);
}
