using System.Text.Json;

namespace Benevoclic.Harness;

/// <summary>One request that reached our Discord.</summary>
/// <param name="Method">POST for a new message, PATCH for an edit.</param>
/// <param name="At">When it came, on the monotonic clock (Stopwatch ticks).</param>
/// <param name="Body">The JSON as sent.</param>
public sealed record DiscordPost(string Method, long At, string Body)
{
    public const int Red = 0xE74C3C;
    public const int Green = 0x2ECC71;
    public const int Blue = 0x3498DB;

    public int Colour => Embed.GetProperty("color").GetInt32();

    public string Title => Embed.GetProperty("title").GetString()!;

    public bool Mentions(string word) => Body.Contains(word, StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Title} #{Colour:X6}";

    JsonElement Embed => JsonDocument.Parse(Body).RootElement.GetProperty("embeds")[0];
}
