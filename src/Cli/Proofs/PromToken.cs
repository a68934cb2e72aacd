namespace Benevoclic.Cli.Proofs;

/// <summary>What a piece of PromQL is.</summary>
enum PromTokenKind
{
    /// <summary>A name, a keyword, or a name with a dashboard's variable in it.</summary>
    Word,

    /// <summary>Numbers and durations.</summary>
    Number,

    /// <summary>A string; the text is what it means, without quotes and escapes.</summary>
    String,

    /// <summary>Operators and brackets.</summary>
    Sign,

    End,
}

/// <summary>A piece of PromQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text.</param>
/// <param name="At">Its place in the expression, from 0.</param>
readonly record struct PromToken(PromTokenKind Kind, string Text, int At)
{
    public bool Is(string sign) => Kind == PromTokenKind.Sign && Text == sign;
}
