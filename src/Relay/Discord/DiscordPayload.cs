using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Relay.Discord;

/// <summary>The request body for Discord. It never sets an embed's url: Discord refuses addresses without a dot.</summary>
sealed record DiscordPayload
{
    const int PlainLength = 1000;

    /// <summary>Accents as they are: this goes to an API, not into HTML.</summary>
    static readonly PayloadJson Readable = new(
        new JsonSerializerOptions(PayloadJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    );

    /// <summary>Discord's flag for a message that makes no sound.</summary>
    const int SuppressNotifications = 1 << 12;

    /// <summary>The mention, which has no effect inside an embed; and in the plain form, the words.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    /// <summary>Nobody is called but whom we name, whatever an alert's labels say.</summary>
    public AllowedMentions AllowedMentions { get; init; } = new([]);

    public int? Flags { get; init; }

    public static DiscordPayload Of(Card card, Mention? mention = null) =>
        Calling(card, mention) with
        {
            Embeds = [Embed.Of(DiscordLimits.Fit(card))],
        };

    /// <summary>When Discord refused the card: a few words without anything that could be refused.</summary>
    public static DiscordPayload Plain(Card card, Mention? mention = null)
    {
        var calling = Calling(card, mention);
        var words = $"{Mark(card.Colour)} **{Markdown.Escape(card.Title)}**\n{card.Description}"
            .Trim()
            .CutTo(PlainLength);
        return calling with { Content = calling.Content is { } who ? $"{who}\n{words}" : words };
    }

    /// <summary>
    /// Nobody is told of an edit, and Discord refuses this flag in one. What is not given would stay: the words of a plain message would
    /// stand above its card for ever.
    /// </summary>
    public DiscordPayload AsEdit() => this with { Flags = null, Content = Content ?? "" };

    static DiscordPayload Calling(Card card, Mention? mention) =>
        card.Importance switch
        {
            Importance.Loud when mention is not null => new()
            {
                Content = mention.Text,
                AllowedMentions = mention.Allowed,
            },
            Importance.Quiet => new() { Flags = SuppressNotifications },
            _ => new(),
        };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Readable.DiscordPayload);

    public static string Mark(Colour colour) =>
        colour switch
        {
            Colour.Red => "🔴",
            Colour.Orange => "🟠",
            Colour.Green => "🟢",
            Colour.Blue => "🔵",
            _ => "⚪",
        };
}

/// <summary>With an empty <paramref name="Parse"/>, only the ids that are given are called; Discord refuses both for the same kind.</summary>
sealed record AllowedMentions(
    IReadOnlyList<string> Parse,
    IReadOnlyList<string>? Roles = null,
    IReadOnlyList<string>? Users = null
);

sealed record Embed(
    string Title,
    string? Description,
    int Color,
    IReadOnlyList<EmbedField> Fields,
    EmbedFooter? Footer,
    string Timestamp
)
{
    public static Embed Of(Card card) =>
        new(
            card.Title,
            card.Description.Length > 0 ? card.Description : null,
            (int)card.Colour,
            [.. card.Fields.Select(field => new EmbedField(field.Name, field.Value, field.Inline))],
            card.Footer.Length > 0 ? new EmbedFooter(card.Footer) : null,
            card.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
        );
}

sealed record EmbedField(string Name, string Value, bool Inline);

sealed record EmbedFooter(string Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(DiscordPayload))]
sealed partial class PayloadJson : JsonSerializerContext;
