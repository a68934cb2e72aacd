using System.Text.Json;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>The row of the fault table whose messages are too many to list.</summary>
public sealed class ManyAtOnce
{
    [Fact]
    public async Task Three_hundred_alerts_at_once_are_each_told_once_in_a_few_messages()
    {
        await using var story = await Story.BeginAsync(Programs.Alertmanager);
        var alerts = Enumerable
            .Range(100, 300)
            .Select(i => new FiringAlert("Many", TimeProvider.System.GetUtcNow(), "warning", "many", $"n{i}"))
            .ToList();

        await story.FireAsync(alerts);
        await Eventually.TrueAsync(
            async () => Shown(await story.AskAsync("incidents?open=true")) == 300,
            TimeSpan.FromMinutes(1),
            () => $"not all are told; the relay:\n{story.Relay.Said}"
        );
        Assert.InRange(story.Discord.Channel.Count, 1, 40);

        await story.EndAsync(alerts);
        await story.UntilAsync(
            () => story.Discord.Channel.All(message => message.StartsWith("vert", StringComparison.Ordinal)),
            "not all have ended"
        );
        var all = (await story.AskAsync("incidents")).EnumerateArray().ToList();
        Assert.Equal(300, all.Count);
        Assert.All(all, one => Assert.Equal("closed", one.GetProperty("phase").GetString()));
    }

    static int Shown(JsonElement incidents) =>
        incidents.EnumerateArray().Count(one => one.GetProperty("shownAt").ValueKind == JsonValueKind.String);
}
