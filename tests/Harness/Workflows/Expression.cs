using System.Globalization;
using System.Text.RegularExpressions;

namespace Benevoclic.Harness.Workflows;

/// <summary>
/// What stands in <c>${{ }}</c>, as far as our workflows use it:
/// https://docs.github.com/actions/reference/workflows-and-actions/expressions. A value is a text, a bool, null, or a context.
/// </summary>
public sealed partial class Expression
{
    readonly List<string> _words;
    readonly IReadOnlyDictionary<string, object?> _contexts;
    readonly Func<string, bool> _status;
    int _at;

    Expression(string text, IReadOnlyDictionary<string, object?> contexts, Func<string, bool> status)
    {
        _words = [.. Words().Matches(text).Select(word => word.Value)];
        _contexts = contexts;
        _status = status;
    }

    /// <param name="text">The expression, without its braces.</param>
    /// <param name="contexts">By name: github, inputs, secrets, …</param>
    /// <param name="status">Answers success(), failure(), always() and cancelled().</param>
    public static object? Evaluate(
        string text,
        IReadOnlyDictionary<string, object?> contexts,
        Func<string, bool>? status = null
    )
    {
        var expression = new Expression(text, contexts, status ?? (name => name is "success" or "always"));
        var value = expression.Or();
        return expression._at == expression._words.Count
            ? value
            : throw new FormatException($"{text}: \"{expression._words[expression._at]}\" was not expected");
    }

    /// <summary>A text with expressions in it.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, object?> contexts) =>
        Braces().Replace(text, found => Text(Evaluate(found.Groups["inside"].Value, contexts)));

    public static string Text(object? value) =>
        value switch
        {
            null => "",
            bool is_ => is_ ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    public static bool IsTrue(object? value) => value is not (null or false or "" or "0");

    object? Or()
    {
        var value = And();
        while (Take("||"))
        {
            var other = And();
            value = IsTrue(value) ? value : other;
        }
        return value;
    }

    object? And()
    {
        var value = Comparison();
        while (Take("&&"))
        {
            var other = Comparison();
            value = IsTrue(value) ? other : value;
        }
        return value;
    }

    object? Comparison()
    {
        var value = Not();
        return Take("==") ? Same(value, Not())
            : Take("!=") ? !Same(value, Not())
            : value;
    }

    object? Not() => Take("!") ? !IsTrue(Not()) : Primary();

    object? Primary()
    {
        var word = Next();
        if (word == "(")
        {
            var value = Or();
            Expect(")");
            return value;
        }
        return word switch
        {
            ['\'', .. var inside, '\''] => inside.Replace("''", "'", StringComparison.Ordinal),
            "true" => true,
            "false" => false,
            "null" => null,
            _ when Take("(") => Call(word),
            _ when char.IsAsciiDigit(word[0]) => word,
            _ => Look(word),
        };
    }

    object? Call(string function)
    {
        var arguments = new List<object?>();
        while (!Take(")"))
        {
            arguments.Add(Or());
            Take(",");
        }
        return function switch
        {
            "contains" => Text(arguments[0]).Contains(Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
            "startsWith" => Text(arguments[0]).StartsWith(Text(arguments[1]), StringComparison.OrdinalIgnoreCase),
            "success" or "failure" or "always" or "cancelled" => _status(function),
            _ => throw new FormatException($"{function}() is not known here"),
        };
    }

    /// <summary>What is not there is null, whatever is asked of it.</summary>
    object? Look(string path)
    {
        object? value = _contexts;
        foreach (var name in path.Split('.'))
        {
            value = (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(name);
        }
        return value;
    }

    /// <summary>Null, false and the empty text are the same number to GitHub.</summary>
    static bool Same(object? a, object? b) =>
        a is string && b is string
            ? string.Equals((string)a, (string)b, StringComparison.OrdinalIgnoreCase)
            : Equals(Number(a), Number(b));

    static double Number(object? value) =>
        value switch
        {
            null or false or "" => 0,
            true => 1,
            _ => double.TryParse(Text(value), CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
        };

    bool Take(string word)
    {
        var found = _at < _words.Count && _words[_at] == word;
        _at += found ? 1 : 0;
        return found;
    }

    string Next() => _at < _words.Count ? _words[_at++] : throw new FormatException("the expression ends too early");

    void Expect(string word)
    {
        if (!Take(word))
        {
            throw new FormatException($"\"{word}\" is missing");
        }
    }

    [GeneratedRegex(@"'(?:[^']|'')*'|\|\||&&|==|!=|[!(),]|[A-Za-z0-9_][A-Za-z0-9_.-]*|\S")]
    private static partial Regex Words();

    [GeneratedRegex(@"\$\{\{(?<inside>.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Braces();
}
