using System.Text.Json;
using Benevoclic.Relay.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Relay.Tests.Delivery;

public sealed class DeliveringMessages
{
    static readonly AnAlert ServerDown = new("ServerDown");

    /// <summary>The relay looks for no cause of it, so its card is not edited.</summary>
    static readonly AnAlert Inactive = new("ServerInactive") { Severity = "warning" };

    static readonly AnAlert Other = new("SomethingElse");

    [Fact]
    public async Task A_post_asks_Discord_to_say_what_it_stored()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() => town.Posted.Count == 1);

        Assert.EndsWith("?wait=true", town.Discord.Calls[0].Path, StringComparison.Ordinal);
        await town.PageWithAsync("reçu par Discord");
    }

    [Theory]
    [InlineData("9", "")]
    [InlineData(null, """{"message":"You are being rate limited.","retry_after":9.0,"global":false}""")]
    [InlineData("1", """{"retry_after":9.0}""")]
    public async Task A_limit_is_honoured(string? header, string body)
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(1, Answering.With(429, body, header))
        );

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count == 2);

        Assert.True(town.Discord.Calls[1].At - town.Discord.Calls[0].At >= TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task An_ill_Discord_is_asked_again_until_it_takes_the_message()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(3, Answering.With(500))
        );

        await town.SendAsync(ServerDown);
        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count >= 5);
        await town.PassAsync(10);

        var titles = town.Posted.Select(embed => embed.GetProperty("title").GetString()!.Split(' ')[0]).ToList();
        Assert.Equal(["ServerDown", "ServerDown", "ServerDown", "ServerDown", "ServerInactive"], titles);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(
                1,
                context =>
                {
                    context.Abort();
                    return Task.CompletedTask;
                }
            )
        );

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count == 2);
    }

    [Fact]
    public async Task A_refused_card_is_said_again_in_plain_words_once()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(1, Answering.With(400, """{"embeds":["0"]}"""))
        );

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count == 2);
        await town.PassAsync(10);

        var plain = JsonDocument.Parse(town.Discord.Calls[1].Body).RootElement;
        Assert.Contains("ServerInactive", plain.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Empty(plain.GetProperty("embeds").EnumerateArray());
        Assert.Equal(2, town.Discord.Calls.Count);
    }

    [Fact]
    public async Task What_is_refused_twice_does_not_stop_the_next()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(2, Answering.With(400))
        );

        await town.SendAsync(ServerDown);
        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count >= 3);

        Assert.Contains("ServerInactive", town.Discord.Calls[2].Body, StringComparison.Ordinal);
        await town.PageWithAsync("non envoyé");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_webhook_that_is_gone_is_said_with_what_to_do(int status)
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(99, Answering.With(status))
        );

        await town.SendAsync(ServerDown);
        await town.UntilAsync(() =>
            town.Log.Lines.Any(line => line.Contains("make a new one", StringComparison.Ordinal))
        );
        await town.PassAsync(20);

        Assert.Single(town.Discord.Calls);
    }

    [Fact]
    public async Task What_was_shown_on_the_page_only_cannot_be_edited_once_there_is_a_webhook_but_its_end_is_told()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_WEBHOOK_URL", ""));
        await town.SendAsync(Inactive);
        await town.PageWithAsync("sur cette page seulement");

        await town.RestartAsync();
        await town.SendAsync(Inactive.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 1);

        Assert.Contains(town.Log.Lines, line => line.Contains("cannot be edited", StringComparison.Ordinal));
        Assert.Equal("POST", Assert.Single(town.Discord.Calls).Method);
    }

    [Fact]
    public async Task An_id_that_holds_no_believable_time_makes_no_negative_delay()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (_, context) => Answering.With(200, """{"id":"1234567890123456789"}""")(context)
        );

        await town.SendAsync(Inactive);
        await town.PageWithAsync("message publié");
        using var incident = JsonDocument.Parse(await town.Relay.GetStringAsync("/incidents/1"));

        Assert.True(
            incident.RootElement.GetProperty("shownAt").GetDateTimeOffset()
                >= incident.RootElement.GetProperty("heardAt").GetDateTimeOffset()
        );
    }

    [Fact]
    public async Task Without_a_webhook_nothing_leaves_the_machine()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_WEBHOOK_URL", ""));

        await town.SendAsync(ServerDown);
        var page = await town.PageWithAsync("sur cette page seulement");

        Assert.Empty(town.Discord.Calls);
        Assert.Contains("rien ne quitte cette machine", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_webhook_is_never_seen()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (call, context) =>
                call.Number switch
                {
                    1 => Answering.With(500)(context),
                    2 => Abort(context),
                    3 => Answering.With(400)(context),
                    4 => Answering.With(400)(context),
                    _ => Answering.With(404)(context),
                }
        );

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count == 4);
        await town.SendAsync(Other);
        await town.UntilAsync(() => town.Discord.Calls.Count == 5);
        var seen =
            $"{await town.PageAsync()}{await town.Relay.GetStringAsync("/metrics")}{string.Concat(town.Log.Lines)}";

        Assert.All(town.Discord.Calls, call => Assert.Contains(Town.Secret, call.Path, StringComparison.Ordinal));
        Assert.DoesNotContain(Town.Secret, seen, StringComparison.Ordinal);
    }

    static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
