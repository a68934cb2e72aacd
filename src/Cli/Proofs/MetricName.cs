using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Proofs;

/// <summary>A metric as a rule or a dashboard names it.</summary>
/// <param name="Text">The name, or the pattern.</param>
/// <param name="IsPattern">It is a regular expression for the whole name: one metric that fits is enough.</param>
sealed partial record MetricName(string Text, bool IsPattern)
{
    /// <summary>A name with a dashboard's variable in it is a pattern: what the variable holds is known in the browser only.</summary>
    public static MetricName Of(string name) => HasVariable(name) ? Pattern(name) : new MetricName(name, false);

    public static MetricName Pattern(string text) => new(Variable().Replace(text, ".+"), true);

    public static bool HasVariable(string text) => Variable().IsMatch(text);

    /// <exception cref="FormatException">The pattern is none.</exception>
    public static Regex Whole(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"\"{pattern}\" is not a regular expression: {e.Message}", e);
        }
    }

    public bool IsIn(IReadOnlySet<string> exposed) =>
        IsPattern ? Whole(Text) is var whole && exposed.Any(name => whole.IsMatch(name)) : exposed.Contains(Text);

    public override string ToString() => IsPattern ? $"/{Text}/" : Text;

    // Not $ alone, nor $1: those belong to regular expressions and to label_replace.
    [GeneratedRegex(@"\$\{[^}]*\}|\$[A-Za-z_]\w*|\[\[\w+(:\w+)?\]\]")]
    private static partial Regex Variable();
}
