using System.Text.Json;
using Benevoclic.Relay.Tests.Harness;
using Microsoft.AspNetCore.Http;

namespace Benevoclic.Relay.Tests.Delivery;

/// <summary>Somebody deletes a message at Discord that the relay is going to edit.</summary>
public sealed class DeletedMessages
{
    /// <summary>The relay looks for no cause of it, so its card is not edited.</summary>
    static readonly AnAlert Inactive = new("ServerInactive") { Severity = "warning" };

    [Fact]
    public async Task A_message_that_somebody_deleted_is_posted_anew()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = (call, context) =>
                call.Method == "PATCH"
                    ? Answering.With(404, """{"message":"Unknown Message","code":10008}""")(context)
                    : Answering.With(200, """{"id":"7"}""")(context)
        );

        await town.SendAsync(Inactive);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(Inactive.Resolved);
        await town.UntilAsync(() => town.Posted.Count == 3);

        Assert.Equal(["POST", "PATCH", "POST", "POST"], town.Discord.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task What_replaces_a_deleted_message_waits_as_long_as_Discord_asks()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = DeletedAndThen(Answering.With(429, """{"retry_after":50.0}"""))
        );

        await EndAsync(town, Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count >= 5);

        Assert.Equal(
            ["POST", "PATCH", "POST", "PATCH", "POST"],
            town.Discord.Calls.Take(5).Select(call => call.Method)
        );
        Assert.True(town.Discord.Calls[3].At - town.Discord.Calls[2].At >= TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task What_replaces_a_deleted_message_and_is_refused_is_said_in_plain_words()
    {
        await using var town = await Town.StartAsync(with =>
            with.DiscordAnswers = DeletedAndThen(Answering.With(400, """{"embeds":["0"]}"""))
        );

        await EndAsync(town, Inactive);
        await town.UntilAsync(() => town.Discord.Calls.Count >= 5);

        var plain = JsonDocument.Parse(town.Discord.Calls[4].Body).RootElement;
        Assert.Contains("ServerActive", plain.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.Empty(plain.GetProperty("embeds").EnumerateArray());
    }

    /// <summary>The card was deleted, and what is posted in its place meets <paramref name="bad"/> once.</summary>
    static Func<Call, HttpContext, Task> DeletedAndThen(Func<HttpContext, Task> bad) =>
        (call, context) =>
            call.Method == "PATCH" ? Answering.With(404, """{"message":"Unknown Message","code":10008}""")(context)
            : call.Number == 3 ? bad(context)
            : Answering.Well(call, context);

    static async Task EndAsync(Town town, AnAlert alert)
    {
        await town.SendAsync(alert);
        await town.UntilAsync(() => town.Posted.Count == 1);
        await town.SendAsync(alert.Resolved);
    }
}
