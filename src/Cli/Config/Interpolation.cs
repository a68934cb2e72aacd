using System.Text;

namespace Benevoclic.Cli.Config;

/// <summary>
/// Puts variables into the values of a compose file, as Docker Compose does:
/// https://docs.docker.com/reference/compose-file/interpolation/
/// </summary>
static class Interpolation
{
    /// <exception cref="FormatException">A brace is not closed, or a variable that is required (<c>:?</c>) has no value.</exception>
    public static string Apply(string text, Func<string, string?> variable)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }
            var next = text[i + 1];
            if (next == '$')
            {
                result.Append('$');
                i++;
            }
            else if (next == '{')
            {
                var end = ClosingBrace(text, i + 2);
                result.Append(Braced(text[(i + 2)..end], variable));
                i = end;
            }
            else
            {
                var length = NameLength(text, i + 1);
                result.Append(length == 0 ? "$" : variable(text.Substring(i + 1, length)));
                i += length;
            }
        }
        return result.ToString();
    }

    static string Braced(string inside, Func<string, string?> variable)
    {
        var length = NameLength(inside, 0);
        var name = inside[..length];
        var value = variable(name);
        var rest = inside[length..];
        var usable = rest.StartsWith(':') ? !string.IsNullOrEmpty(value) : value is not null;
        return rest.TrimStart(':') switch
        {
            "" => value ?? "",
            ['-', .. var otherwise] => usable ? value! : Apply(otherwise, variable),
            ['+', .. var instead] => usable ? Apply(instead, variable) : "",
            ['?', .. var reason] => usable ? value! : throw new FormatException($"{name} must be set: {reason}"),
            _ => throw new FormatException($"\"${{{inside}}}\" is not a form that Compose knows"),
        };
    }

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
        text.Skip(start).TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '_').Count();
}
