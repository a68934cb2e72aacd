using CsCheck;

namespace Benevoclic.Relay.Tests.Discord;

/// <summary>Texts as nobody should write them, and somebody will.</summary>
static class Hostile
{
    static readonly string[] Pieces =
    [
        "@everyone",
        "<@123456789>",
        "<t:0:R>",
        "```",
        "**",
        "__",
        "||",
        "[click](http://evil.example)",
        "](",
        "\\",
        "\n# ",
        "\u202E",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "مرحبا",
        "e\u0301\u0301\u0301",
        "\uD800",
        "\uDC00",
        "\0",
        "\u200B",
        "http://prometheus:9090",
        "{ago}",
        "{0}",
        "</style><script>",
    ];

    public static Gen<string> Any { get; } =
        Gen.OneOf(
                Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]),
                Gen.String,
                Gen.Char.Select(c => new string(c, 700))
            )
            .Array[0, 12]
            .Select(string.Concat);
}
