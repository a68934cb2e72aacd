using System.Text.Json;
using Benevoclic.Relay.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Relay.Tests.Delivery;

/// <summary>Discord away, ill, or gone; on the town's own clock.</summary>
public sealed class Outages
{
    static readonly AnAlert ServerDown = new("ServerDown") { StartsAt = "2026-11-22T02:04:50Z" };
    static readonly AnAlert Inactive = new("ServerInactive") { Severity = "warning" };
    static readonly Func<HttpContext, Task> Ill = Answering.With(503);

    [Fact]
    public async Task What_began_and_ended_while_Discord_was_away_is_one_message()
    {
        await using var away = await Away.StartAsync();
        await away.Town.SendAsync(ServerDown);
        await away.Town.PassAsync(30);
        await away.Town.SendAsync(ServerDown.Resolved);
        await away.Town.PassAsync(570);

        await away.ComeBackAsync();

        Assert.Equal(["green ServerDown · incident terminé"], away.Town.Channel);
        Assert.Contains(
            "de retard (Discord a répondu 503)",
            away.Town.Posted[^1].GetRawText(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Several_of_them_are_one_digest_and_what_lasts_has_its_own_card()
    {
        await using var away = await Away.StartAsync();
        foreach (var name in new[] { "One", "Two", "Three" })
            await away.Town.SendAsync(new AnAlert(name));
        await away.Town.SendAsync(ServerDown);
        await away.Town.PassAsync(30);
        foreach (var name in new[] { "One", "Two", "Three" })
            await away.Town.SendAsync(new AnAlert(name).Resolved);
        await away.Town.PassAsync(570);

        await away.ComeBackAsync();
        await away.Town.UntilAsync(() => away.Town.Channel.Count == 2);

        Assert.Equal(["green 3 incidents terminés", "red ServerDown · l’API ne répond plus"], away.Town.Channel);
    }

    [Fact]
    public async Task What_swung_while_Discord_was_away_is_told_as_it_is_in_the_end()
    {
        await using var away = await Away.StartAsync();
        for (var swing = 0; swing < 2; swing++)
        {
            await away.Town.SendAsync(ServerDown with { StartsAt = $"{away.Town.Time.GetUtcNow():O}" });
            await away.Town.PassAsync(8);
            if (swing == 0)
                await away.Town.SendAsync(ServerDown.Resolved);
            await away.Town.PassAsync(8);
        }

        await away.ComeBackAsync();

        Assert.Equal(["red ServerDown · l’API ne répond plus"], away.Town.Channel);
    }

    [Fact]
    public async Task Very_many_at_once_are_one_message_that_is_edited_as_they_end()
    {
        await using var away = await Away.StartAsync();
        for (var i = 0; i < 40; i++)
            await away.Town.SendAsync(new AnAlert($"Many{i}"));
        await away.Town.KnowsAsync(40);

        await away.ComeBackAsync();
        Assert.Equal(["red 40 alertes à la fois"], away.Town.Channel);

        for (var i = 0; i < 40; i++)
            await away.Town.SendAsync(new AnAlert($"Many{i}").Resolved);
        await away.Town.UntilAsync(() => away.Town.Channel.Count == 2);
        await away.Town.PassAsync(20);

        Assert.Equal(
            ["green les 40 alertes sont terminées", "green les 40 alertes sont terminées"],
            away.Town.Channel.Select(LowerCase)
        );
    }

    [Fact]
    public async Task After_two_minutes_the_second_webhook_speaks_and_then_the_first_names_what_it_missed()
    {
        await using var away = await Away.StartAsync(hasSecond: true);
        await away.Town.SendAsync(ServerDown);
        await away.Town.PassAsync(100);
        Assert.Empty(away.Town.SecondDiscord.Calls);
        await away.Town.UntilAsync(() => away.Town.SecondDiscord.Calls.Count >= 1);
        await away.Town.SendAsync(ServerDown.Resolved);
        await away.Town.UntilAsync(() => away.Town.SecondDiscord.Calls.Count >= 3);
        Assert.Empty(away.Town.Channel);
        await away.Town.PassAsync(5);
        var elsewhere = away.Town.SecondDiscord.Calls.Select(call => call.Method).ToList();

        await away.Town.SendAsync(Inactive);
        away.IsAway = false;
        await away.Town.UntilAsync(() =>
            away.Town.Channel.Count > 0 && away.Town.Channel[^1].Contains("manqué", StringComparison.Ordinal)
        );

        Assert.Equal(("POST", "POST"), (elsewhere[0], elsewhere[^1]));
        Assert.All(elsewhere[1..^1], method => Assert.Equal("PATCH", method));
    }

    [Fact]
    public async Task Without_a_second_webhook_a_file_takes_what_has_waited_for_two_minutes()
    {
        await using var away = await Away.StartAsync();
        await away.Town.SendAsync(ServerDown);
        var file = Path.Combine(away.Town.Data, "undelivered.jsonl");
        await away.Town.UntilAsync(() => File.Exists(file));
        await away.Town.PassAsync(60);

        var line = JsonDocument.Parse(Assert.Single(await File.ReadAllLinesAsync(file))).RootElement;
        Assert.StartsWith("ServerDown · ", line.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Secret, line.GetRawText(), StringComparison.Ordinal);

        await away.ComeBackAsync();
        Assert.Equal(["red ServerDown · l’API ne répond plus"], away.Town.Channel);
    }

    [Fact]
    public async Task A_lost_answer_is_followed_by_one_more_message_that_says_so()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = async (call, context) =>
            {
                if (call.Number == 1)
                    context.Abort(); // It has the message; we do not know.
                else
                    await context.Response.WriteAsJsonAsync(new { id = $"{1000 + call.Number}" });
            }
        );

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 2);
        await town.PassAsync(20);

        Assert.Equal(
            ["red ServerDown · l’API ne répond plus", "red ServerDown · l’API ne répond plus (renvoi possible)"],
            town.Channel
        );
        Assert.True(town.Discord.Calls[1].At - town.Discord.Calls[0].At >= TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_webhook_that_is_gone_is_left_alone_asked_once_an_hour_and_then_gets_all_that_waits()
    {
        var isGone = true;
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (call, context) =>
                isGone ? Answering.With(404, """{"code":10015}""")(context) : Answering.Well(call, context)
        );
        await town.SendAsync(ServerDown);
        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count == 1);
        await town.PassAsync(60);
        using var ready = await town.Relay.GetAsync("/ready");

        Assert.Equal(503, (int)ready.StatusCode);
        Assert.Single(town.Discord.Calls);

        isGone = false;
        town.Time.Advance(TimeSpan.FromHours(1));
        await town.UntilAsync(() => town.Posted.Count >= 3);

        Assert.Equal("GET", town.Discord.Calls[1].Method);
        Assert.Equal(
            ["red ServerDown · l’API ne répond plus", "orange ServerInactive · plus aucune requête"],
            town.Channel.Order().Reverse()
        );
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(3600)]
    public async Task A_step_of_the_clock_delays_nothing_and_repeats_nothing(int seconds)
    {
        await using var away = await Away.StartAsync();
        await away.Town.SendAsync(ServerDown);
        await away.Town.PassAsync(5);

        away.Town.Time.Step = TimeSpan.FromSeconds(seconds);
        await away.ComeBackAsync();
        await away.Town.PassAsync(10);
        Assert.Single(away.Town.Channel);

        await away.Town.SendAsync(ServerDown.Resolved);
        await away.Town.UntilAsync(() => away.Town.Channel.Count == 2);
        await away.Town.PassAsync(10);
        Assert.All(
            away.Town.Channel,
            message => Assert.StartsWith("green ServerUp", message, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Only_what_is_critical_calls_those_on_call_and_only_whom_the_settings_name()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_MENTION", "role:123456789"));

        await town.SendAsync(ServerDown with { Annotations = new() { ["summary"] = "@everyone <@&999999>" } });
        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Posted.Count == 2);
        var bodies = town.Discord.Calls.Where(call => call.Method == "POST").Select(call => call.Body).ToList();

        Assert.Contains("\"content\":\"<@&123456789>\"", bodies[0], StringComparison.Ordinal);
        Assert.Contains(
            "\"allowed_mentions\":{\"parse\":[],\"roles\":[\"123456789\"]}",
            bodies[0],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("\"content\"", bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_message_that_may_not_be_edited_any_more_is_left_and_the_end_is_told()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (call, context) =>
                call.Method == "PATCH"
                    ? Answering.With(429, """{"code":30046,"retry_after":3.0}""")(context)
                    : Answering.Well(call, context)
        );

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(Inactive.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 2);

        Assert.Single(town.Edited);
    }

    static string LowerCase(string line) => line.Replace("Les ", "les ", StringComparison.Ordinal);

    /// <summary>A town whose Discord answers 503 until it comes back.</summary>
    sealed class Away : IAsyncDisposable
    {
        public Town Town { get; private set; } = null!;

        public bool IsAway { get; set; } = true;

        public static async Task<Away> StartAsync(bool hasSecond = false)
        {
            var away = new Away();
            away.Town = await Town.StartAsync(with =>
            {
                with.HasSecondWebhook = hasSecond;
                with.DiscordAnswers = (call, context) => away.IsAway ? Ill(context) : Answering.Well(call, context);
            });
            return away;
        }

        public Task ComeBackAsync()
        {
            IsAway = false;
            return Town.UntilAsync(() => Town.Channel.Count > 0);
        }

        public ValueTask DisposeAsync() => Town.DisposeAsync();
    }
}
