namespace Benevoclic.Cli.Proofs;

/// <summary>
/// Finds the series that a PromQL expression asks for. It knows where an operand may stand, which is what tells a metric from a
/// keyword, a label or a function; it does not check types.
/// </summary>
sealed class PromQl
{
    readonly IReadOnlyList<PromToken> _tokens;
    readonly List<Selector> _found = [];
    int _next;
    int _open;

    PromQl(IReadOnlyList<PromToken> tokens) => _tokens = tokens;

    PromToken Now => _tokens[_next];

    /// <exception cref="FormatException">It is not PromQL as we know it; the message says where.</exception>
    public static IReadOnlyList<Selector> Selectors(string expression)
    {
        var query = new PromQl(PromTokens.Of(expression));
        query.Read();
        return query._found;
    }

    void Read()
    {
        while (true)
        {
            Operand();
            while (Now.Is(")"))
            {
                Close();
            }
            if (Now.Kind == PromTokenKind.End && _open == 0)
            {
                return;
            }
            Operator();
        }
    }

    /// <summary>Reads on until an operand is complete, or a bracket without content closes.</summary>
    void Operand()
    {
        while (true)
        {
            var token = Take();
            switch (token.Kind)
            {
                case PromTokenKind.Number or PromTokenKind.String:
                    Modifiers();
                    return;
                case PromTokenKind.Sign when token.Text is "+" or "-":
                    continue;
                case PromTokenKind.Sign when token.Text == "(":
                    _open++;
                    if (Now.Is(")"))
                    {
                        return; // time()
                    }
                    continue;
                case PromTokenKind.Sign when token.Text == "{":
                    Braces(null);
                    Modifiers();
                    return;
                case PromTokenKind.Word when IsPrefix(token):
                    continue;
                case PromTokenKind.Word:
                    Name(token);
                    Modifiers();
                    return;
                default:
                    throw Unexpected(token);
            }
        }
    }

    /// <summary>Functions, aggregations and what goes with a binary operator: an operand still follows.</summary>
    bool IsPrefix(PromToken word)
    {
        if (Now.Is("{"))
        {
            return false; // Even `sum{…}` is a metric.
        }
        if (
            PromWords.Aggregations.Contains(word.Text)
            && Now.Kind == PromTokenKind.Word
            && PromWords.Grouping.Contains(Now.Text)
        )
        {
            Take();
            Labels();
        }
        if (PromWords.Matching.Contains(word.Text))
        {
            if (Now.Is("(") && !word.Text.Equals("bool", StringComparison.OrdinalIgnoreCase))
            {
                Labels();
            }
            return true;
        }
        return Now.Is("(");
    }

    void Name(PromToken word)
    {
        if (Take("{"))
        {
            Braces(word.Text);
        }
        else if (!PromWords.Numbers.Contains(word.Text))
        {
            _found.Add(new Selector(word.Text, []));
        }
    }

    void Operator()
    {
        var token = Take();
        var isOperator = token.Kind switch
        {
            PromTokenKind.Sign => PromWords.SignOperators.Contains(token.Text) || (token.Text == "," && _open > 0),
            PromTokenKind.Word => PromWords.WordOperators.Contains(token.Text),
            _ => false,
        };
        if (!isOperator)
        {
            throw Unexpected(token);
        }
    }

    void Close()
    {
        var token = Take();
        if (--_open < 0)
        {
            throw Unexpected(token);
        }
        Modifiers();
    }

    /// <summary>Ranges, offsets, <c>@</c>, and the labels that may also stand behind an aggregation.</summary>
    void Modifiers()
    {
        while (true)
        {
            if (Take("["))
            {
                SkipTo("]");
            }
            else if (Take("@"))
            {
                Instant();
            }
            else if (Now.Kind == PromTokenKind.Word && Now.Text.Equals("offset", StringComparison.OrdinalIgnoreCase))
            {
                Take();
                Instant();
            }
            else if (Now.Kind == PromTokenKind.Word && PromWords.Grouping.Contains(Now.Text))
            {
                Take();
                Labels();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A number, a duration, <c>start()</c>, or a variable; perhaps with a sign.</summary>
    void Instant()
    {
        _ = Take("-") || Take("+");
        var token = Take();
        if (token.Kind == PromTokenKind.Word && Take("("))
        {
            SkipTo(")");
        }
        else if (token.Kind is not (PromTokenKind.Number or PromTokenKind.Word))
        {
            throw Unexpected(token);
        }
    }

    void Labels()
    {
        if (!Take("("))
        {
            throw Unexpected(Now);
        }
        SkipTo(")");
    }

    void Braces(string? name)
    {
        var matchers = new List<Matcher>();
        while (!Take("}"))
        {
            var label = Take();
            if (label.Kind is not (PromTokenKind.Word or PromTokenKind.String))
            {
                throw Unexpected(label);
            }
            if (Now.Is(",") || Now.Is("}"))
            {
                name ??= label.Text; // {"a name in quotes", …}
            }
            else
            {
                matchers.Add(new Matcher(label.Text, Comparison(), Value()));
            }
            if (!Take(",") && !Now.Is("}"))
            {
                throw Unexpected(Now);
            }
        }
        _found.Add(new Selector(name, matchers));
    }

    string Comparison() =>
        Take() is { Kind: PromTokenKind.Sign, Text: "=" or "!=" or "=~" or "!~" } token
            ? token.Text
            : throw Unexpected(_tokens[_next - 1]);

    string Value() =>
        Take() is { Kind: PromTokenKind.String } token ? token.Text : throw Unexpected(_tokens[_next - 1]);

    void SkipTo(string sign)
    {
        while (!Take(sign))
        {
            if (Take().Kind == PromTokenKind.End)
            {
                throw new FormatException($"a \"{sign}\" is missing");
            }
        }
    }

    PromToken Take()
    {
        var token = Now;
        if (token.Kind != PromTokenKind.End)
        {
            _next++;
        }
        return token;
    }

    bool Take(string sign)
    {
        if (!Now.Is(sign))
        {
            return false;
        }
        _next++;
        return true;
    }

    static FormatException Unexpected(PromToken token) =>
        new(
            token.Kind == PromTokenKind.End
                ? "it ends too early"
                : $"\"{token.Text}\" at character {token.At + 1} is not expected there"
        );
}
