namespace Benevoclic.Cli.Servers;

/// <summary>One answer of a preflight.</summary>
/// <param name="Verdict">How bad it is.</param>
/// <param name="Text">What was found, and what is allowed.</param>
/// <param name="Next">What to type; null when nothing has to be done.</param>
sealed record Finding(Verdict Verdict, string Text, string? Next = null)
{
    public static Finding Good(string text) => new(Verdict.Good, text);

    public static Finding Note(string text, string? next = null) => new(Verdict.Note, text, next);

    public static Finding Problem(string text, string next) => new(Verdict.Problem, text, next);
}

/// <summary>Whether a deploy can go well.</summary>
enum Verdict
{
    Good,

    /// <summary>A person should know it; a deploy goes well all the same.</summary>
    Note,

    Problem,
}
