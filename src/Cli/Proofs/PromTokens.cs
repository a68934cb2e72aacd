using System.Text;
using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Proofs;

/// <summary>Cuts PromQL, as rules and Grafana's dashboards write it, into tokens; comments and blanks are dropped.</summary>
static partial class PromTokens
{
    /// <exception cref="FormatException">There is something that is not PromQL; the message says what and where.</exception>
    public static IReadOnlyList<PromToken> Of(string expression)
    {
        var tokens = new List<PromToken>();
        var at = 0;
        while (at < expression.Length)
        {
            if (Blank().Match(expression, at) is { Success: true } blank)
            {
                at += blank.Length;
                continue;
            }
            var (token, length) = Next(expression, at);
            tokens.Add(token);
            at += length;
        }
        tokens.Add(new PromToken(PromTokenKind.End, "", at));
        return tokens;
    }

    static (PromToken Token, int Length) Next(string text, int at)
    {
        if (text[at] is '"' or '\'' or '`')
        {
            return Quoted(text, at);
        }
        // A word first: $__interval and ${name} are words too, alone or as a part of one.
        if (Word().Match(text, at) is { Success: true, Length: > 0 } word)
        {
            return (new PromToken(PromTokenKind.Word, word.Value, at), word.Length);
        }
        if (Number().Match(text, at) is { Success: true, Length: > 0 } number)
        {
            return (new PromToken(PromTokenKind.Number, number.Value, at), number.Length);
        }
        if (Sign().Match(text, at) is { Success: true } sign)
        {
            return (new PromToken(PromTokenKind.Sign, sign.Value, at), sign.Length);
        }
        throw new FormatException($"\"{text[at]}\" at character {at + 1} is not PromQL");
    }

    static (PromToken Token, int Length) Quoted(string text, int at)
    {
        var (quote, value) = (text[at], new StringBuilder());
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == quote)
            {
                return (new PromToken(PromTokenKind.String, value.ToString(), at), i + 1 - at);
            }
            // In backticks nothing is special (as in Go).
            if (text[i] == '\\' && quote != '`' && i + 1 < text.Length)
            {
                i++;
                value.Append(
                    text[i] switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        'r' => '\r',
                        var other => other,
                    }
                );
                continue;
            }
            value.Append(text[i]);
        }
        throw new FormatException($"the string that begins at character {at + 1} does not end");
    }

    [GeneratedRegex(@"\G(\s+|#[^\n]*)")]
    private static partial Regex Blank();

    [GeneratedRegex(
        @"\G([A-Za-z_:]|\$\{[^}]*\}|\$\w+|\[\[\w+(:\w+)?\]\])([A-Za-z0-9_:]|\$\{[^}]*\}|\$\w+|\[\[\w+(:\w+)?\]\])*"
    )]
    private static partial Regex Word();

    [GeneratedRegex(@"\G(0[xX][0-9a-fA-F]+|(\d+(ms|[smhdwy]))+|(\d[\d_]*\.?\d*|\.\d+)([eE][+-]?\d+)?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G(==|!=|>=|<=|=~|!~|[-+*/%^()\[\]{},:@<>=])")]
    private static partial Regex Sign();
}
