using System.Buffers;
using System.Text;

namespace Benevoclic.Relay.Discord;

/// <summary>Writes text from outside so that Discord shows it as it is.</summary>
static class Markdown
{
    static readonly SearchValues<char> Special = SearchValues.Create(@"\*_~`|<>[]@");

    /// <param name="limit">Code points of the escaped text.</param>
    public static string Escape(string text, int limit = 300) => EscapeLines(text.OneLine(), limit);

    public static string EscapeLines(string text, int limit)
    {
        var isStart = true;
        return text.Lines()
            .CutTo(
                limit,
                grapheme =>
                {
                    var escaped = isStart && IsListOrHeading(grapheme) ? $"\\{grapheme}" : EscapeGrapheme(grapheme);
                    isStart = grapheme == "\n";
                    return escaped;
                }
            );
    }

    /// <summary>Nothing is special inside a code block, except its end.</summary>
    public static string CodeBlock(string text, int limit) =>
        $"```\n{text.Lines().Replace('`', '´').CutTo(limit)}\n```";

    public static string Code(string text, int limit) => $"`{text.OneLine().Replace('`', '´').CutTo(limit)}`";

    /// <summary>Addresses come from our settings; a bracket in one would still end the link too early.</summary>
    public static string Link(string label, Uri address) =>
        $"[{label}]({address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    /// <summary>Each reader sees it in their own time zone and language.</summary>
    public static string Date(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:F>";

    public static string Ago(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:R>";

    /// <summary>Special at the start of a line only; <see cref="PlainText.Lines"/> has trimmed what stood before.</summary>
    static bool IsListOrHeading(string grapheme) => grapheme is "#" or "-" or "+";

    static string EscapeGrapheme(string grapheme)
    {
        if (!grapheme.AsSpan().ContainsAny(Special))
            return grapheme;
        var escaped = new StringBuilder();
        foreach (var c in grapheme)
            (Special.Contains(c) ? escaped.Append('\\') : escaped).Append(c);
        return escaped.ToString();
    }
}
