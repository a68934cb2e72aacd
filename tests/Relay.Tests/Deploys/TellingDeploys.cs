using System.Net;
using System.Net.Http.Json;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Deploys;

public sealed class TellingDeploys
{
    static readonly AnAlert ServerDown = new("ServerDown") { StartsAt = "2026-11-22T02:05:05Z" };

    [Fact]
    public async Task An_outage_within_a_deploy_is_one_blue_card_and_no_cry()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_MENTION", "role:123456789"));
        await SayAsync(town, "started");
        await town.PassAsync(5);

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Channel.Count == 1);
        Assert.Equal(["blue ServerDown · mise à jour en cours"], town.Channel);
        await town.SendAsync(ServerDown.Resolved);
        await town.UntilAsync(() => town.Channel[0].StartsWith("blue ServerUp", StringComparison.Ordinal));
        await SayAsync(town, "committed", receipt: "812 requests, 0 failed");
        await town.UntilAsync(() => town.Channel.Count == 2);
        await town.PassAsync(120);

        Assert.Equal(["blue ServerUp · interruption pendant la mise à jour", "blue Mise à jour réussie"], town.Channel);
        Assert.All(town.Discord.Calls, call => Assert.DoesNotContain("<@", call.Body, StringComparison.Ordinal));
        Assert.Contains("812 requests, 0 failed", town.Discord.Calls[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_its_limit_it_turns_red_by_itself_and_calls()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_MENTION", "role:123456789"));
        await SayAsync(town, "started");
        await town.PassAsync(5);
        await town.SendAsync(ServerDown);

        await town.UntilAsync(() => town.Channel.Count == 2);

        Assert.Equal(
            ["red ServerDown · l’API ne répond plus", "red ServerDown · la mise à jour ne se termine pas"],
            town.Channel
        );
        Assert.Contains("<@&123456789>", town.Discord.Calls[^1].Body, StringComparison.Ordinal);
        Assert.Contains("./benevoclic rollback api", town.Discord.Calls[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deploy_of_something_else_excuses_nothing()
    {
        await using var town = await Town.StartAsync();
        await SayAsync(town, "started", service: "grafana");

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Channel.Count == 1);

        Assert.Equal(["red ServerDown · l’API ne répond plus"], town.Channel);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(11, false)]
    public async Task Trouble_soon_after_a_deploy_names_the_release_and_the_way_back(int minutes, bool isNamed)
    {
        await using var town = await Town.StartAsync();
        await SayAsync(town, "started");
        await SayAsync(town, "committed");
        await town.UntilAsync(() => town.Channel.Count == 1);
        town.Time.Advance(TimeSpan.FromMinutes(minutes));

        await town.SendAsync(new AnAlert("HighErrorRate"));
        await town.UntilAsync(() => town.Channel.Count == 2);
        var card = town.Posted[^1].GetRawText();

        Assert.Equal(isNamed, card.Contains("./benevoclic rollback api", StringComparison.Ordinal));
        Assert.Equal(isNamed, card.Contains("r2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("committed", "blue Mise à jour réussie")]
    [InlineData("undone", "orange Mise à jour annulée, l’ancienne version sert")]
    [InlineData("stuck", "red Mise à jour bloquée, il faut quelqu’un")]
    public async Task Its_end_is_one_message_however_often_it_is_said(string state, string message)
    {
        await using var town = await Town.StartAsync();

        await SayAsync(town, "started");
        await SayAsync(town, state);
        await SayAsync(town, state);
        await SayAsync(town, "started");
        await town.UntilAsync(() => town.Channel.Count == 1);
        await town.PassAsync(10);

        Assert.Equal([message], town.Channel);
        Assert.Single(town.Discord.Calls);
    }

    [Fact]
    public async Task The_services_of_one_deploy_share_a_message()
    {
        await using var town = await Town.StartAsync();

        await SayAsync(town, "committed", service: "api");
        await town.UntilAsync(() => town.Channel.Count == 1);
        await SayAsync(town, "undone", service: "relay");
        await town.UntilAsync(() => town.Edited.Count == 1);

        Assert.Equal(["orange Mise à jour annulée, l’ancienne version sert"], town.Channel);
        Assert.Matches("(?s)api.*relay", town.Edited[0].GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_deploy_of_which_nothing_more_is_heard_is_said_to_be_lost()
    {
        await using var town = await Town.StartAsync();

        await SayAsync(town, "started");
        await town.UntilAsync(() => town.Channel.Count == 1);

        Assert.Equal(["grey Mise à jour sans nouvelles"], town.Channel);
    }

    [Theory]
    [InlineData("""{"deploy":"d","service":"api","release":"r","state":"maybe"}""")]
    [InlineData("""{"deploy":"d","service":"","release":"r","state":"started"}""")]
    [InlineData("""{"deploy":"d","service":"api","release":"r","state":"started","limitSeconds":0}""")]
    [InlineData("{}")]
    [InlineData("rubbish")]
    public async Task Rubbish_is_refused_and_changes_nothing(string body)
    {
        await using var town = await Town.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await town.Relay.PostAsync("/deploys", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    static async Task SayAsync(Town town, string state, string service = "api", string? receipt = null)
    {
        using var answer = await town.Relay.PostAsJsonAsync(
            "/deploys",
            new
            {
                deploy = "d1",
                service,
                release = "r2",
                previous = "r1",
                state,
                by = "zoe",
                limitSeconds = 60,
                receipt,
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
