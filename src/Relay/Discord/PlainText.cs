using System.Globalization;
using System.Text;

namespace Benevoclic.Relay.Discord;

/// <summary>Discord counts Unicode code points, not UTF-16 units; cuts never fall inside an emoji or a combined letter.</summary>
static class PlainText
{
    public const string Ellipsis = "…";

    public static int CodePoints(this string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    /// <summary>At most <paramref name="limit"/> code points, the last one an ellipsis when something was cut.</summary>
    public static string CutTo(this string text, int limit) => text.CutTo(limit, grapheme => grapheme);

    /// <summary>The same, with every grapheme rewritten first, so that no escape is cut in two.</summary>
    public static string CutTo(this string text, int limit, Func<string, string> rewrite)
    {
        var cut = new StringBuilder();
        var length = 0;
        var keep = 0;
        // Far more than `limit` graphemes need not be looked at: 100 kB labels exist.
        foreach (var grapheme in Graphemes(text))
        {
            var piece = rewrite(grapheme);
            length += piece.CodePoints();
            if (length > limit)
                return cut.ToString(0, keep) + (limit > 0 ? Ellipsis : "");
            cut.Append(piece);
            if (length < limit)
                keep = cut.Length;
        }
        return cut.ToString();
    }

    /// <summary>One line without control characters or the marks that turn the writing direction of the rest.</summary>
    public static string OneLine(this string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, 4096));
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                line.Append(' ');
            else if (!TurnsDirection(rune))
                line.Append(rune.ToString());
        return line.ToString().Trim();
    }

    /// <summary>As <see cref="OneLine"/>, but line breaks stay.</summary>
    public static string Lines(this string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneLine));

    static IEnumerable<string> Graphemes(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            // A letter can carry a thousand accents; then the cut may fall between them.
            if (length > 64)
                length = char.IsHighSurrogate(text[at + 63]) ? 63 : 64;
            yield return text.Substring(at, length);
            at += length;
        }
    }

    static bool TurnsDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
