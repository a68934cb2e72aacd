using System.Text.Json;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>Reads a channel from the calls that made it.</summary>
static class ChannelView
{
    /// <param name="refused">The numbers of the calls that were not taken.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Call> calls, IReadOnlySet<int> refused)
    {
        var messages = new SortedDictionary<int, string>();
        foreach (var call in calls.Where(call => !refused.Contains(call.Number)))
            if (call.Method == "POST")
                messages[call.Number] = Words(call.Body);
            else if (call.Method == "PATCH")
                messages[Edited(call.Path)] = Words(call.Body);
        return [.. messages.Values];
    }

    /// <summary>The ids that our Discord gives are 1000 and the number of the call.</summary>
    static int Edited(string path) => int.Parse(path[(path.LastIndexOf('/') + 1)..], null) - 1000;

    static string Words(string body)
    {
        var embeds = JsonDocument.Parse(body).RootElement.GetProperty("embeds");
        if (embeds.GetArrayLength() == 0)
            return "plain";
        var title = embeds[0].GetProperty("title").GetString()!.Replace('\u00A0', ' ');
        return $"{Colour(embeds[0].GetProperty("color").GetInt32())} {title}{Marked(embeds[0])}";
    }

    static string Marked(JsonElement embed) =>
        embed.TryGetProperty("footer", out var footer)
        && footer.GetProperty("text").GetString()!.Contains("renvoi possible", StringComparison.Ordinal)
            ? " (renvoi possible)"
            : "";

    static string Colour(int rgb) =>
        rgb switch
        {
            0xE74C3C => "red",
            0xE67E22 => "orange",
            0x2ECC71 => "green",
            0x3498DB => "blue",
            _ => "grey",
        };
}
