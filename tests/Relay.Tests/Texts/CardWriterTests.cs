using System.Text.RegularExpressions;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Tests.Harness;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Tests.Texts;

public sealed partial class CardWriterTests
{
    public static TheoryData<string> Names { get; } = [.. Wordings.AlertNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_card_is_complete_in_both_languages(string name)
    {
        foreach (var card in Wordings.CardsOf(new AnAlert(name).Parsed))
        {
            DiscordModel.Accept(DiscordPayload.Of(card).ToJson());
            var text = $"{card.Title}{card.Description}{string.Concat(card.Fields)}";
            Assert.DoesNotContain("{ago}", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{[a-z]+\}", $"{text}{card.Footer}");
            Assert.NotEqual("", card.Description);
        }
    }

    [Fact]
    public void Both_languages_know_the_same_types()
    {
        var french = Language.Of(Locale.French).Wordings;
        var english = Language.Of(Locale.English).Wordings;

        Assert.Equal(french.Keys.Order(), english.Keys.Order());
        Assert.All(french, type => Assert.Equal(type.Value.Steps.Count, english[type.Key].Steps.Count));
        Assert.All(french, type => Assert.NotEqual(type.Value.Text, english[type.Key].Text));
        Assert.Equal(french.Count, french.Values.Select(wording => wording.Text).Distinct().Count());
    }

    [Fact]
    public void Every_card_links_to_where_one_can_look()
    {
        var card = Wordings.French.Of(
            AnIncident.Of(
                new AnAlert("ServerDown") { Annotations = { ["runbook_url"] = "docs/RUNBOOKS.md#serverdown" } }
            )
        );
        var fields = string.Concat(card.Fields.Select(field => field.Value));

        Assert.Contains("(http://203.0.113.7:3000/health)", fields, StringComparison.Ordinal);
        Assert.Contains("(http://203.0.113.7:9090/alerts", fields, StringComparison.Ordinal);
        Assert.Contains("(http://203.0.113.7:3001/d/benevoclic-api?from=", fields, StringComparison.Ordinal);
        Assert.Contains("(http://203.0.113.7:9093/", fields, StringComparison.Ordinal);
        Assert.Contains(
            "(https://git.example.org/team/benevoclic/blob/main/docs/RUNBOOKS.md#serverdown)",
            fields,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("docs/RUNBOOKS.md#serverdown", "`docs/RUNBOOKS.md#serverdown`")]
    [InlineData("javascript:alert(1)", "`javascript:alert(1)`")]
    [InlineData("https://wiki.example.org/a(b)", "(https://wiki.example.org/a%28b%29)")]
    public void Without_a_repository_the_runbook_is_named(string path, string shown)
    {
        var alert = new AnAlert("ServerDown") { Annotations = { ["runbook_url"] = path } }.Parsed;

        var card = Wordings.Writer(Locale.English, hasRepository: false).Of(AnIncident.Of(alert));

        Assert.Contains(shown, card.Fields.Single(field => field.Name == "Runbook").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_green_card_says_what_was_seen_and_how_long_it_took()
    {
        var over = AnIncident.Of(new AnAlert("ServerDown")).Over(TimeSpan.FromSeconds(125));

        var card = Wordings.French.Short(Telling.Ended, over, [over]);

        Assert.Contains(card.Fields, field => field.Value.EndsWith("/health 200 en 43 ms", StringComparison.Ordinal));
        Assert.Contains("**2 min 05 s**", card.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_rule_measured_is_shown_where_our_text_cannot_know_it()
    {
        var alert = new AnAlert("HighCpu") { Annotations = { ["description"] = "91 % depuis 10 minutes" } }.Parsed;

        Assert.Contains(
            Wordings.French.Of(AnIncident.Of(alert)).Fields,
            field => field is ("Mesuré", "91 % depuis 10 minutes", false)
        );
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_alert_of_ours_has_words_of_its_own(string code)
    {
        var rules = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "alert_rules.yml"));
        var alerts = AlertOfARule().Matches(rules).Select(rule => rule.Groups[1].Value).ToList();
        var wordings = new[] { Locale.French, Locale.English }.Select(Language.Of).Single(one => one.Code == code);

        Assert.Contains("ServerDown", alerts);
        Assert.All(alerts.Except(["Watchdog"]), name => Assert.Contains(name, wordings.Wordings));
        Assert.All(alerts, name => Assert.Equal(name, AlertType.ForMetrics(name)));
    }

    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(43, "43 s")]
    [InlineData(125, "2 min 05 s")]
    [InlineData(3725, "1 h 02 min")]
    [InlineData(180_000, "2 j 2 h")]
    public void Durations_are_said_as_people_say_them(int seconds, string words) =>
        Assert.Equal(words, Language.Of(Locale.French).Duration(TimeSpan.FromSeconds(seconds)));

    [GeneratedRegex(@"- alert: (\w+)")]
    private static partial Regex AlertOfARule();
}
