using System.Text.Json;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>What Discord refuses with 400, as its documentation and its users say; throws when a body would be refused.</summary>
static class DiscordModel
{
    public static void Accept(byte[] body)
    {
        var message = JsonDocument.Parse(body).RootElement;
        Assert.Empty(message.GetProperty("allowed_mentions").GetProperty("parse").EnumerateArray());
        // A name override may be refused over a word in it, so there is none; and silence is the only flag we may set.
        Assert.False(message.TryGetProperty("username", out _));
        Assert.True(!message.TryGetProperty("flags", out var flags) || flags.GetInt32() == 4096);
        var embeds = message.GetProperty("embeds").EnumerateArray().ToList();
        Assert.InRange(embeds.Count, 0, 10);
        Assert.InRange(Length(message, "content"), embeds.Count == 0 ? 1 : 0, 2000);
        Assert.InRange(embeds.Sum(Accept), 0, 6000);
    }

    static int Accept(JsonElement embed)
    {
        Assert.False(embed.TryGetProperty("url", out _));
        Assert.InRange(embed.GetProperty("color").GetInt32(), 0, 0xFFFFFF);
        Assert.True(DateTimeOffset.TryParse(embed.GetProperty("timestamp").GetString(), out _));
        var fields = embed.GetProperty("fields").EnumerateArray().ToList();
        Assert.InRange(fields.Count, 0, 25);
        return Within(embed, "title", 1, 256)
            + Within(embed, "description", 0, 4096)
            + (embed.TryGetProperty("footer", out var footer) ? Within(footer, "text", 1, 2048) : 0)
            + fields.Sum(field => Within(field, "name", 1, 256) + Within(field, "value", 1, 1024));
    }

    static int Within(JsonElement element, string name, int least, int most)
    {
        var length = Length(element, name);
        Assert.InRange(length, least, most);
        return length;
    }

    /// <summary>Code points, after the blanks at both ends are gone.</summary>
    static int Length(JsonElement element, string name)
    {
        var text = element.TryGetProperty(name, out var value) ? value.GetString()!.Trim() : "";
        return text.EnumerateRunes().Count();
    }
}
