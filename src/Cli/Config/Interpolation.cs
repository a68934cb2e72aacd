using System.Text;

namespace Benevoclic.Cli.Config;

/// <summary>
/// Puts variables into the values of a compose file, as Docker Compose does:
/// https://docs.docker.com/reference/compose-file/interpolation/
/// </summary>
static class Interpolation
{
    /// <exception cref="FormatException">
    /// A dollar sign begins no form that Compose knows, or a variable that is required (<c>:?</c>) has no value.
    /// </exception>
    public static string Apply(string text, Func<string, string?> variable)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$')
            {
                result.Append(text[i]);
                continue;
            }
            var (value, length) = Dollar(text, i + 1, variable);
            result.Append(value);
            i += length;
        }
        return result.ToString();
    }

    /// <returns>What stands for a dollar sign and what follows it, and how many characters that were.</returns>
    static (string? Value, int Length) Dollar(string text, int start, Func<string, string?> variable)
    {
        switch (text.ElementAtOrDefault(start))
        {
            case '$':
                return ("$", 1);
            case '{':
                var end = ClosingBrace(text, start + 1);
                return (Braced(text[(start + 1)..end], variable), end + 1 - start);
            default:
                var length = NameLength(text, start);
                return length > 0
                    ? (variable(text.Substring(start, length)), length)
                    : throw new FormatException(
                        $"\"{text}\" has a $ that begins no variable; a plain one is written $$"
                    );
        }
    }

    static string Braced(string inside, Func<string, string?> variable)
    {
        var length = NameLength(inside, 0);
        var name = inside[..length];
        var value = length > 0 ? variable(name) : throw Unknown(inside);
        var rest = inside[length..];
        var emptyCounts = !rest.StartsWith(':');
        var usable = emptyCounts ? value is not null : !string.IsNullOrEmpty(value);
        return rest[(emptyCounts ? 0 : 1)..] switch
        {
            "" when emptyCounts => value ?? "",
            ['-', .. var otherwise] => usable ? value! : Apply(otherwise, variable),
            ['+', .. var instead] => usable ? Apply(instead, variable) : "",
            ['?', .. var reason] => usable ? value! : throw new FormatException($"{name} must be set: {reason}"),
            _ => throw Unknown(inside),
        };
    }

    static FormatException Unknown(string inside) => new($"\"${{{inside}}}\" is not a form that Compose knows");

    static int ClosingBrace(string text, int start)
    {
        var depth = 1;
        for (var i = start; i < text.Length; i++)
        {
            depth +=
                text[i] == '{' ? 1
                : text[i] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }
        throw new FormatException($"\"{text}\" opens a brace and does not close it");
    }

    static int NameLength(string text, int start) =>
        char.IsAsciiDigit(text.ElementAtOrDefault(start))
            ? 0
            : text.Skip(start).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_').Count();
}
