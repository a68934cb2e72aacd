using System.Text.RegularExpressions;

namespace Benevoclic.Relay.Page;

/// <summary>The part of Discord's markdown that our cards use, as HTML.</summary>
sealed partial class DiscordMarkdown(Clock clock)
{
    public Html Render(string text)
    {
        var parts = new List<Html>();
        var at = 0;
        foreach (Match token in Tokens().Matches(text))
        {
            parts.Add(Html.Of($"{text[at..token.Index]}"));
            parts.Add(Token(token));
            at = token.Index + token.Length;
        }
        parts.Add(Html.Of($"{text[at..]}"));
        return Html.Join(parts);
    }

    Html Token(Match token) =>
        token.Groups switch
        {
            var g when g["escaped"].Success => Html.Of($"{g["escaped"].Value}"),
            var g when g["block"].Success => Html.Of($"<pre>{g["block"].Value}</pre>"),
            var g when g["code"].Success => Html.Of($"<code>{g["code"].Value}</code>"),
            var g when g["bold"].Success => Html.Of($"<strong>{Render(g["bold"].Value)}</strong>"),
            var g when g["unix"].Success => Html.Of($"<time>{clock.Of(g["unix"].Value, g["style"].Value)}</time>"),
            var g when g["url"].Success => Html.Of($"<a href=\"{g["url"].Value}\">{Render(g["label"].Value)}</a>"),
            _ => new Html("<br>"),
        };

    [GeneratedRegex(
        """
            \\(?<escaped>[\p{P}\p{S}])
            | ```\n(?<block>[^`]*)\n```\n?
            | `(?<code>[^`\n]+)`
            | \*\*(?<bold>(?:\\.|[^*\\])+)\*\*
            | <t:(?<unix>\d{1,12}):(?<style>[A-Za-z])>
            | \[(?<label>(?:\\.|[^\]\\])+)\]\((?<url>https?://[^\s()]+)\)
            | \n
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Tokens();
}
