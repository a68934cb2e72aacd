using System.Net;
using System.Text.Json;
using Benevoclic.Relay.Tests.Harness;

namespace Benevoclic.Relay.Tests.Incidents;

public sealed class TestingThePath
{
    const int Blue = 0x3498DB;

    static readonly AnAlert OfTheRelay = Of("relay");

    [Fact]
    public async Task A_test_is_one_calm_message_that_names_what_was_deployed_and_its_end_is_silence()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(OfTheRelay);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(OfTheRelay);
        await town.SendAsync(OfTheRelay.Resolved);
        await town.SendAsync(OfTheRelay);
        await town.PassAsync(20);

        Assert.Single(town.Discord.Calls);
        Assert.Equal(Blue, town.Posted[0].GetProperty("color").GetInt32());
        Assert.Equal("Test du chemin d’alerte\u00A0: tout va bien", town.Posted[0].GetProperty("title").GetString());
        Assert.Contains("relay · r1", town.Posted[0].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_hears_that_Discord_stored_it_and_under_which_id()
    {
        await using var town = await Town.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(town, "relay")).Status);

        await town.SendAsync(OfTheRelay);
        var (status, answer) = await EndAsync(town, "relay");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("delivered", "1001"), (Text(answer, "state"), Text(answer, "message")));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(town, "alertmanager")).Status);
    }

    [Fact]
    public async Task The_second_service_of_a_deploy_is_written_into_the_same_message()
    {
        await using var town = await Town.StartAsync();
        await town.SendAsync(OfTheRelay);
        await EndAsync(town, "relay");

        await town.SendAsync(Of("alertmanager"));
        var (_, answer) = await EndAsync(town, "alertmanager");
        await town.UntilAsync(() => town.Edited.Count == 1);

        Assert.Equal("1001", Text(answer, "message"));
        Assert.Single(town.Posted);
        Assert.Matches("relay · r1.*alertmanager · r1", town.Edited[0].GetRawText());
    }

    [Fact]
    public async Task Another_deploy_is_another_message()
    {
        await using var town = await Town.StartAsync();

        await town.SendAsync(OfTheRelay);
        await town.SendAsync(Of("relay", deploy: "d2"));

        await town.UntilAsync(() => town.Posted.Count == 2);
    }

    [Theory]
    [InlineData(401, "Discord answered 401: no. The webhook does not exist any more")]
    [InlineData(404, "Discord answered 404: no. The webhook does not exist any more")]
    public async Task A_webhook_that_refuses_is_told_without_its_address(int status, string problem)
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(99, Answering.With(status, """{"message":"no"}"""))
        );

        await town.SendAsync(OfTheRelay);
        var (code, answer) = await EndAsync(town, "relay");

        Assert.Equal((HttpStatusCode.OK, "failed"), (code, Text(answer, "state")));
        Assert.StartsWith(problem, Text(answer, "problem"), StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Secret, answer.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Discord_that_is_ill_is_told_while_the_relay_goes_on_trying()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = Answering.BadlyAtFirst(99, Answering.With(500))
        );

        await town.SendAsync(OfTheRelay);
        await town.UntilAsync(() => town.Discord.Calls.Count == 2);
        var (status, answer) = await AskAsync(town, "relay");

        Assert.Equal((HttpStatusCode.Accepted, "waiting"), (status, Text(answer, "state")));
        Assert.EndsWith("Discord answered 500", Text(answer, "problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_comes_too_late_to_be_of_use_is_dropped_and_what_comes_behind_it_is_not()
    {
        var isIll = true;
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (call, context) => Answering.With(isIll ? 500 : 200, """{"id":"7"}""")(context)
        );

        await town.SendAsync(OfTheRelay);
        await town.SendAsync(new AnAlert("ServerDown"));
        await town.UntilAsync(() => town.Posted.Any(IsOutage));
        isIll = false;
        var refused = town.Posted.Count;
        await town.UntilAsync(() => town.Posted.Count > refused);
        await town.PassAsync(20);

        var (_, answer) = await AskAsync(town, "relay");
        Assert.Equal("failed", Text(answer, "state"));
        Assert.Contains("too late", Text(answer, "problem"), StringComparison.Ordinal);
        Assert.True(IsOutage(town.Posted[^1]));
    }

    [Fact]
    public async Task Without_a_webhook_it_is_said_to_have_stayed_here()
    {
        await using var town = await Town.StartAsync(null, ("DISCORD_WEBHOOK_URL", ""));

        await town.SendAsync(OfTheRelay);
        var (_, answer) = await EndAsync(town, "relay");

        Assert.Equal("local", Text(answer, "state"));
    }

    static AnAlert Of(string service, string deploy = "d1") =>
        new("AlertPathTest")
        {
            Severity = "info",
            Labels =
            {
                ["service"] = service,
                ["release"] = "r1",
                ["deploy"] = deploy,
            },
        };

    static bool IsOutage(JsonElement embed) =>
        embed.GetProperty("title").GetString()!.StartsWith("ServerDown", StringComparison.Ordinal);

    static async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(Town town, string service)
    {
        using var answer = await town.Relay.GetAsync($"/alert-path/d1/{service}");
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>What is said once it is neither on its way to the relay nor from there to Discord.</summary>
    static async Task<(HttpStatusCode Status, JsonElement Answer)> EndAsync(Town town, string service)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if (await AskAsync(town, service) is { Status: HttpStatusCode.OK } told)
                return told;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        return await AskAsync(town, service);
    }

    static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();
}
