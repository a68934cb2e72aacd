using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Incidents;

/// <summary>Longer stories, on the town's own clock.</summary>
public sealed class LivesOfIncidents
{
    static readonly AnAlert ServerDown = new("ServerDown") { StartsAt = "2026-11-22T02:04:50Z" };
    static readonly AnAlert Cpu = new("HighCpu") { Severity = "warning", Job = "node-exporter" };

    [Fact]
    public async Task What_swings_is_one_card_two_relapses_and_then_silence_until_it_is_calm()
    {
        await using var town = await Town.StartAsync();

        for (var swing = 0; swing < 6; swing++)
        {
            await town.SendAsync(ServerDown with { StartsAt = $"{town.Time.GetUtcNow():O}" });
            await town.PassAsync(6);
            await town.SendAsync(ServerDown.Resolved);
            await town.PassAsync(6);
        }
        await town.PassAsync(150);

        Assert.Equal(
            [
                "green ServerUp · l’API répond de nouveau",
                "green ServerUp · l’API répond de nouveau",
                "red ServerDown · cela recommence",
                "green ServerUp · l’API répond de nouveau",
                "red ServerDown · cela recommence",
                "green ServerUp · l’API répond de nouveau",
                "red ServerDown · cela recommence",
                "green ServerUp · l’API répond de nouveau",
            ],
            town.Channel
        );
        Assert.Contains("3 en quelques minutes", town.Edited[^1].GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("silent", "Prometheus ne répond pas")]
    [InlineData("gone", "ne voit plus la cible")]
    [InlineData("sick", "/health de l’API ne répond pas")]
    public async Task What_cannot_be_seen_to_be_over_turns_grey_and_never_green(string how, string reason)
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);

        (town.PrometheusStatus, town.PrometheusAnswers, town.HealthStatus) = how switch
        {
            "silent" => (503, "", 200),
            "gone" => (200, Town.Up("0"), 200),
            _ => (200, Town.Up("1"), 500),
        };
        await town.SendAsync(ServerDown.Resolved);
        await town.UntilAsync(() => town.Channel[0] == "grey ServerDown · état inconnu");
        await town.PassAsync(60);

        Assert.Single(town.Posted);
        Assert.Contains(
            reason,
            town.Edited[^1].GetRawText().Replace("\\u00A0", " ", StringComparison.OrdinalIgnoreCase),
            StringComparison.Ordinal
        );

        (town.PrometheusStatus, town.PrometheusAnswers, town.HealthStatus) = (200, Town.Up("1"), 200);
        await town.UntilAsync(() => town.Posted.Count == 2);
        Assert.All(town.Channel, message => Assert.StartsWith("green ServerUp", message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ok", false, "1", "green")]
    [InlineData("ok", true, "1", "grey")] // Prometheus fires it all the same.
    [InlineData("err", false, "1", "grey")] // The rule cannot be evaluated.
    [InlineData("ok", false, "0", "grey")] // The target is away: there is nothing to measure.
    public async Task Other_alerts_are_over_when_their_rule_says_so_and_has_something_to_measure(
        string health,
        bool isFiring,
        string up,
        string colour
    )
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(Cpu);
        await town.UntilAsync(() => town.Posted.Count == 1);

        town.Rules = RulesWith(Cpu, health, isFiring);
        town.PrometheusAnswers = Town.Up(up);
        await town.SendAsync(Cpu.Resolved);
        await town.UntilAsync(() => town.Channel[0].StartsWith(colour, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Alertmanager_swallowed_is_caught_up_and_said_once()
    {
        await using var town = await Town.StartAsync(with =>
        {
            with.Listed = ServerDown.Listed();
            with.Rules = RulesWith(ServerDown, "ok", isFiring: true);
        });

        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(ServerDown);
        await town.PassAsync(70);

        Assert.Equal(["red ServerDown · l’API ne répond plus"], town.Channel);
    }

    [Fact]
    public async Task What_ended_while_nobody_could_say_so_ends_after_two_comparisons()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);

        town.Listed = "[]";
        await town.UntilAsync(() => town.Posted.Count == 2);

        Assert.All(town.Channel, message => Assert.StartsWith("green ServerUp", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_Alertmanager_that_has_just_started_knows_nothing_and_ends_nothing()
    {
        await using var town = await Town.StartAsync(with =>
        {
            with.Listed = "[]";
            with.Rules = RulesWith(ServerDown, "ok", isFiring: true);
        });

        await town.SendAsync(ServerDown);
        await town.PassAsync(150);

        Assert.Equal(["red ServerDown · l’API ne répond plus"], town.Channel);
    }

    [Fact]
    public async Task A_silence_is_shown_on_the_card_with_who_and_until_when_and_its_end_too()
    {
        await using var town = await Town.StartAsync(with =>
        {
            with.Rules = RulesWith(ServerDown, "ok", isFiring: true);
            with.Silence = """{"createdBy":"Zoé @everyone","endsAt":"2026-11-22T04:00:00.000Z","comment":"travaux"}""";
        });
        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);

        town.Listed = ServerDown.Listed("s1");
        await town.UntilAsync(() => town.Channel[0].StartsWith("grey", StringComparison.Ordinal));
        var card = town.Edited[^1].GetRawText();
        town.Listed = ServerDown.Listed();
        await town.UntilAsync(() => town.Channel[0].StartsWith("red", StringComparison.Ordinal));

        Assert.Contains(@"par Zoé \\@everyone jusqu’à <t:1795320000:F>\ntravaux", card, StringComparison.Ordinal);
        Assert.Single(town.Posted);
    }

    [Fact]
    public async Task A_restart_forgets_nothing_and_says_nothing_twice()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);

        await town.RestartAsync();
        await town.SendAsync(ServerDown);
        await town.PassAsync(10);
        Assert.Single(town.Posted);

        await town.SendAsync(ServerDown.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.RestartAsync();
        await town.SendAsync(ServerDown.Resolved);
        await town.PassAsync(10);

        Assert.Equal(2, town.Channel.Count);
        Assert.All(town.Channel, message => Assert.StartsWith("green ServerUp", message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lost_journal_is_said_in_grey_when_something_ends_that_it_knew()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);

        await town.RestartWithoutJournalAsync();
        await town.SendAsync(ServerDown.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);

        Assert.Equal("grey ServerDown · fin d’une alerte inconnue", town.Channel[1]);
    }

    [Theory]
    [InlineData("node_vmstat_oom_kill", "Sans doute : le système a tué un programme faute de mémoire")]
    [InlineData("count(up{job!=\"prometheus\"} == 0)", "Sans doute : aucune cible ne répond")]
    [InlineData("node_boot_time_seconds", "Vérifié : la machine a redémarré il y a 0 min")]
    [InlineData("nothing", "Vérifié : seules les mesures manquent")]
    public async Task The_probable_cause_comes_by_an_edit(string hint, string sentence)
    {
        await using var town = await Town.StartAsync(with => with.Evidence[hint] = Town.Up("1"));

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() =>
            town.Discord.Calls.Count > 0 && Seen(town).Contains(sentence, StringComparison.Ordinal)
        );

        Assert.Single(town.Posted);
    }

    static string Seen(Town town) =>
        town.Discord.Calls[^1].Body.Replace("\\u00A0", " ", StringComparison.OrdinalIgnoreCase);

    static string RulesWith(AnAlert alert, string health, bool isFiring)
    {
        var labels = string.Join(',', alert.Parsed.Labels.Select(label => $"\"{label.Key}\":\"{label.Value}\""));
        var firing = isFiring ? "{\"state\":\"firing\",\"labels\":{" + labels + "}}" : "";
        return "{\"data\":{\"groups\":[{\"rules\":[{\"name\":\""
            + $"{alert.Name}\",\"health\":\"{health}\",\"alerts\":[{firing}"
            + "]}]}]}}";
    }
}
