using System.Text.Json;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Incidents;

public sealed class TellingIncidents
{
    const int Red = 0xE74C3C;
    const int Green = 0x2ECC71;
    const int Orange = 0xE67E22;
    const int Blue = 0x3498DB;
    const int Grey = 0x95A5A6;

    /// <summary>Beyond it, what fires again is another incident.</summary>
    static readonly TimeSpan Flapping = TimeSpan.FromMinutes(6);

    static readonly AnAlert ServerDown = new("ServerDown");
    static readonly AnAlert SystemDown = new("SystemDown") { Job = "node-exporter" };
    static readonly AnAlert Inactive = new("ServerInactive") { Severity = "warning" };

    [Fact]
    public async Task An_outage_is_one_red_card_that_turns_green_and_one_green_message()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(ServerDown.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.SendAsync(ServerDown.Resolved);
        await town.PassAsync(20);

        Assert.Equal([Red, Green], town.Posted.Select(Colour));
        Assert.StartsWith("ServerDown", Title(town.Posted[0]), StringComparison.Ordinal);
        Assert.StartsWith("ServerUp", Title(town.Posted[1]), StringComparison.Ordinal);
        Assert.Contains("/health 200 en ", town.Posted[1].GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Green, Colour(town.Edited[^1]));
        Assert.Equal(
            ["POST", "PATCH", "POST"],
            town.Discord.Calls.Select(call => call.Method)
                .Where((method, i) => i == 0 || method != town.Discord.Calls[i - 1].Method)
        );
    }

    [Fact]
    public async Task A_repeat_of_an_open_incident_posts_nothing()
    {
        await using var town = await Town.StartAsync();

        for (var repeat = 0; repeat < 5; repeat++)
            await town.SendAsync(ServerDown with { StartsAt = $"2026-11-22T01:0{repeat}:00Z" });
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.PassAsync(20);

        Assert.Single(town.Posted);
    }

    [Fact]
    public async Task The_end_of_what_was_never_announced_posts_nothing()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(ServerDown.Resolved with { StartsAt = "2026-11-22T02:05:01Z" });
        await town.PassAsync(20);

        Assert.Empty(town.Discord.Calls);
    }

    [Fact]
    public async Task The_end_of_what_is_older_than_the_journal_is_a_grey_note_once()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(Inactive.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(Inactive.Resolved);
        await town.PassAsync(20);

        Assert.Equal(Grey, Colour(Assert.Single(town.Posted)));
    }

    [Fact]
    public async Task Prometheus_that_does_not_answer_is_not_a_recovery()
    {
        await using var town = await Town.StartAsync(with => with.PrometheusStatus = 503);

        await Recover(town, ServerDown);
        await town.UntilAsync(() => town.Prometheus.Calls.Count > 5);
        Assert.Single(town.Posted);

        town.PrometheusStatus = 200;
        await town.UntilAsync(() => town.Posted.Count == 2);
        Assert.Equal(Green, Colour(town.Posted[1]));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("NaN")]
    public async Task A_job_that_Prometheus_does_not_see_up_is_not_a_recovery(string up)
    {
        await using var town = await Town.StartAsync(with => with.PrometheusAnswers = Town.Up(up));

        await Recover(town, ServerDown);
        await town.UntilAsync(() => town.Prometheus.Calls.Count > 5);

        Assert.Single(town.Posted);
    }

    [Fact]
    public async Task A_health_of_500_is_not_a_recovery()
    {
        await using var town = await Town.StartAsync(with => with.HealthStatus = 500);

        await Recover(town, ServerDown);
        await town.UntilAsync(() => town.Api.Calls.Count > 5);
        Assert.Single(town.Posted);

        town.HealthStatus = 200;
        await town.UntilAsync(() => town.Posted.Count == 2);
        Assert.Equal("/health", town.Api.Calls[0].Path);
    }

    [Fact]
    public async Task An_alert_that_fires_again_before_it_was_seen_up_is_the_same_incident()
    {
        await using var town = await Town.StartAsync(with => with.HealthStatus = 500);

        await Recover(town, ServerDown);
        await town.UntilAsync(() => town.Api.Calls.Count > 2);
        await town.SendAsync(ServerDown);
        town.HealthStatus = 200;
        await town.PassAsync(20);
        Assert.Single(town.Posted);

        await town.SendAsync(ServerDown.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);
        Assert.Equal([Red, Green], town.Posted.Select(Colour));
    }

    [Fact]
    public async Task After_a_recovery_the_next_outage_is_announced_again()
    {
        await using var town = await Town.StartAsync();

        await Recover(town, ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 2);
        town.Time.Advance(Flapping);
        await Recover(town, ServerDown with { StartsAt = "2026-11-22T02:10:00Z" });
        await town.UntilAsync(() => town.Posted.Count == 4);

        Assert.Equal([Red, Green, Red, Green], town.Posted.Select(Colour));
    }

    [Fact]
    public async Task The_system_is_up_when_Prometheus_sees_its_exporter()
    {
        await using var town = await Town.StartAsync();

        await Recover(town, SystemDown);
        await town.UntilAsync(() => town.Posted.Count == 2);

        Assert.StartsWith("SystemUp", Title(town.Posted[1]), StringComparison.Ordinal);
        Assert.Contains(
            town.Prometheus.Calls,
            call =>
                Uri.UnescapeDataString(call.Path).EndsWith("max(up{job=\"node-exporter\"})", StringComparison.Ordinal)
        );
        Assert.Empty(town.Api.Calls);
    }

    [Fact]
    public async Task A_job_too_long_for_any_address_does_not_stop_the_relay()
    {
        await using var town = await Town.StartAsync();

        await Recover(town, ServerDown with { Job = new string('x', 100_000) });
        await Recover(town, ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 4);

        Assert.Equal([Red, Red, Green, Green], town.Posted.Select(Colour).Order().Reverse());
    }

    [Fact]
    public async Task Activity_edits_the_orange_card_and_says_so_without_a_sound()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(Inactive.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.PassAsync(10);

        Assert.Equal([Orange, Green], town.Posted.Select(Colour));
        Assert.Equal(Green, Colour(Assert.Single(town.Edited)));
        Assert.StartsWith("ServerActive", Title(town.Edited[0]), StringComparison.Ordinal);
        Assert.EndsWith("/messages/1001", town.Discord.Calls[1].Path, StringComparison.Ordinal);
        Assert.Contains("\"flags\":4096", town.Discord.Calls[2].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("critical", Red)]
    [InlineData("warning", Orange)]
    [InlineData("info", Blue)]
    [InlineData("purple", Orange)]
    public async Task Other_alerts_have_the_colour_of_their_severity_and_end_in_green(string severity, int colour)
    {
        await using var town = await Town.StartAsync();

        var alert = new AnAlert("SomethingNew") { Severity = severity };
        await town.SendAsync(alert);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(alert.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);

        Assert.Equal([colour, Green], town.Posted.Select(Colour));
        Assert.Equal(Green, Colour(Assert.Single(town.Edited)));
        Assert.Contains("terminé", Title(town.Edited[0]), StringComparison.Ordinal);
        Assert.Contains("2 min 59 s", town.Edited[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watchdog_is_never_shown_but_remembered()
    {
        await using var town = await Town.StartAsync();
        Assert.Contains("pas encore donné signe de vie", await town.PageAsync(), StringComparison.Ordinal);

        await town.SendAsync(new AnAlert("Watchdog"));
        await town.PassAsync(10);

        Assert.Empty(town.Discord.Calls);
        Assert.Contains("dernier signe d’Alertmanager il y a ", await town.PageAsync(), StringComparison.Ordinal);

        town.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.Contains("Alertmanager se tait", await town.PageAsync(), StringComparison.Ordinal);
    }

    static async Task Recover(Town town, AnAlert alert)
    {
        var posted = town.Posted.Count;
        await town.SendAsync(alert);
        await town.UntilAsync(() => town.Posted.Count > posted);
        await town.SendAsync(alert.Resolved);
    }

    static int Colour(JsonElement embed) => embed.GetProperty("color").GetInt32();

    static string Title(JsonElement embed) => embed.GetProperty("title").GetString()!;
}
