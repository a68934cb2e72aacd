using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Drills;
using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Tests.Drills;

public sealed class DrillTests
{
    static readonly DrillPlan Server = Plan("server-down");
    static readonly DrillPlan Discord = Plan("discord-down");

    static DrillPlan Plan(string name) => DrillPlan.All.Single(plan => plan.Name == name);

    static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void Stages_are_noted_when_they_are_first_seen()
    {
        var seen = new Sightings(Server);
        seen.Take(new Look("", false), At(1));
        seen.Take(new Look("pending", false), At(2));
        seen.Take(new Look("firing", true), At(3));
        seen.Take(new Look("firing", true), At(4));

        Assert.Equal([At(2), At(3), At(3), null], Server.Detecting.Take(4).Select(seen.Of));
        Assert.Equal(Stage.AtRelay, seen.Missing(Server.Detecting));
    }

    [Fact]
    public void What_the_relay_has_went_through_the_others()
    {
        var seen = new Sightings(Server);
        seen.Hear("alert", "ServerDown firing (job benevoclic-api)", At(5));
        seen.Hear("discord", "posted: ServerDown", At(6));

        Assert.Null(seen.Missing(Server.Detecting));
        Assert.Equal((At(5), At(6)), (seen.Of(Stage.Pending), seen.Of(Stage.OnDiscord)));
    }

    [Fact]
    public void The_end_counts_only_after_the_repair()
    {
        var seen = new Sightings(Server);
        seen.Hear("alert", "ServerDown firing", At(1));
        seen.Hear("discord", "posted on the page only: ServerDown", At(1));
        seen.Hear("discord", "edited: ServerDown", At(2));
        Assert.Equal(Stage.Quiet, seen.Missing(Server.Ending));
        seen.Mend(At(3));
        // Its cause was found.
        seen.Hear("discord", "edited: ServerDown", At(3));
        Assert.Null(seen.Of(Stage.Told));
        seen.Take(new Look("", false), At(4));
        seen.Hear("discord", "posted: ServerUp", At(5));

        Assert.Null(seen.Missing(Server.Ending));
        Assert.Equal(At(5), seen.Of(Stage.Told));
    }

    [Theory]
    [InlineData("posted: ServerDown", "Discord has the message")]
    [InlineData("posted on the page only: ServerDown", "the relay's page has the message")]
    public void Discord_has_only_what_went_there(string line, string words)
    {
        var seen = new Sightings(Server);
        seen.Hear("alert", "ServerDown firing", At(1));
        seen.Hear("discord", line, At(1));

        Assert.Equal(words, DrillView.Words(Stage.OnDiscord, Server, seen.Channel));
    }

    [Theory]
    [InlineData("discord", "post failed, 503: later")]
    [InlineData("discord", "ServerDown not sent: 503")]
    [InlineData("discord", "posted: HighCpu")]
    [InlineData("alert", "HighCpu firing")]
    [InlineData("alert", "ServerDown resolved, verifying")]
    public void Others_words_are_not_ours(string kind, string line)
    {
        var seen = new Sightings(Server);
        seen.Hear(kind, line, At(1));

        Assert.Equal(Stage.Pending, seen.Missing(Server.Detecting));
        Assert.Null(seen.Of(Stage.OnDiscord));
    }

    [Fact]
    public void A_message_that_waits_for_Discord_arrives_after_it_is_back_and_its_end_after_that()
    {
        var seen = new Sightings(Discord);
        seen.Take(new Look(null, true), At(1));
        seen.Hear("alert", "DiscordDrill firing", At(1));
        seen.Hear("discord", "post failed, 503", At(2));
        Assert.Null(seen.Missing(Discord.Detecting));
        seen.Mend(At(3));
        seen.Hear("discord", "posted: DiscordDrill", At(4));
        Assert.Equal(Stage.Told, seen.Missing(Discord.Ending));
        seen.Hear("discord", "edited: DiscordDrill", At(5));

        Assert.Null(seen.Missing(Discord.Ending));
    }

    [Fact]
    public void Nobody_answering_is_no_end()
    {
        var seen = new Sightings(Server);
        seen.Mend(At(1));
        seen.Take(new Look(null, null), At(2));

        Assert.Equal(Stage.Quiet, seen.Missing(Server.Ending));
    }

    [Fact]
    public void Every_drill_but_that_of_Discord_is_about_a_rule_that_exists()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "../../../..", "stack/prometheus/alert_rules.yml");
        var rules = RuleFile
            .Read("alert_rules.yml", File.ReadAllText(file))
            .SelectMany(group => group.Rules)
            .Select(rule => rule.Name)
            .ToList();

        Assert.All(DrillPlan.All.Where(plan => plan != Discord), plan => Assert.Contains(plan.Alert, rules));
    }

    [Theory]
    [InlineData("Watchdog", "", null)]
    [InlineData("", "", "Watchdog does not arrive at Alertmanager: no alert would.")]
    [InlineData("Watchdog,ServerDown", "", "ServerDown fires already, without a drill.")]
    [InlineData("Watchdog", "ServerDown", "Silence 12345678 (travaux) mutes ServerDown, so nobody would hear of it.")]
    [InlineData(
        "Watchdog",
        "alertname=~Server.*",
        "Silence 12345678 (travaux) mutes ServerDown, so nobody would hear of it."
    )]
    [InlineData("Watchdog", "HighCpu", null)]
    public void A_drill_that_would_show_nothing_does_not_begin(string firing, string silenced, string? expected)
    {
        var alerts = firing
            .Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => new ActiveAlert(
                new Dictionary<string, string> { ["alertname"] = name },
                new Dictionary<string, string>(),
                default,
                new AlertStatus("active", [])
            ))
            .ToList();
        Silence[] silences =
            silenced.Length == 0
                ? []
                : [new([SilenceMatcher.Parse(silenced)], default, default, "anne", "travaux") { Id = "123456789" }];

        Assert.Equal(expected, DrillStart.WhyNot(alerts, silences, Server));
    }
}
