using System.Text.Json;

namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>Too many alerts to list their messages.</summary>
static class OfNumbers
{
    const int Count = 300;

    /// <summary>A card each would take Discord ten minutes.</summary>
    const int FewMessages = 40;

    public static IReadOnlyList<Fault> Rows { get; } =
    [
        new(
            "300 alertes d’un coup",
            ["moins de 40 messages, qui nomment chacune des 300 une fois, tous verts à la fin"],
            FireAndEndAsync
        )
        {
            EndsAsync = AllAreClosedAsync,
        },
    ];

    static async Task FireAndEndAsync(Story story)
    {
        var alerts = Enumerable
            .Range(100, Count)
            .Select(i => new FiringAlert("Many", TimeProvider.System.GetUtcNow(), "warning", "many", $"n{i}"))
            .ToList();
        await story.FireAsync(alerts);
        await Eventually.TrueAsync(
            async () => (await story.AskAsync("incidents?open=true")).EnumerateArray().Count(IsShown) == Count,
            TimeSpan.FromMinutes(1),
            () => $"not all are told; the relay:\n{story.Relay.Said}"
        );
        Assert.InRange(story.Discord.Channel.Count, 1, FewMessages);
        await story.EndAsync(alerts);
        await story.UntilAsync(
            () => story.Discord.Channel.All(message => message.StartsWith("vert", StringComparison.Ordinal)),
            "not all have ended"
        );
    }

    static async Task AllAreClosedAsync(Story story)
    {
        Assert.InRange(story.Discord.Channel.Count, 1, FewMessages);
        var all = (await story.AskAsync("incidents")).EnumerateArray().ToList();
        Assert.Equal(Count, all.Count);
        Assert.All(all, one => Assert.Equal("closed", one.GetProperty("phase").GetString()));
    }

    static bool IsShown(JsonElement incident) => incident.GetProperty("shownAt").ValueKind == JsonValueKind.String;
}
