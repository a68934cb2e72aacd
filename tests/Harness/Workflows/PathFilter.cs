using System.Text;
using System.Text.RegularExpressions;

namespace Benevoclic.Harness.Workflows;

/// <summary>
/// `on.push.paths` as GitHub reads it:
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
/// </summary>
public static class PathFilter
{
    /// <summary>A push starts the workflow when one path passes; of the patterns that fit a path the last decides.</summary>
    public static bool Starts(IReadOnlyList<string> patterns, IEnumerable<string> changed) =>
        changed.Any(path => Passes(patterns, path));

    public static bool Passes(IReadOnlyList<string> patterns, string path) =>
        patterns.LastOrDefault(pattern => Pattern(pattern.TrimStart('!')).IsMatch(path)) is { } last && last[0] != '!';

    static Regex Pattern(string pattern)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when pattern[i..].StartsWith("**/", StringComparison.Ordinal):
                    text.Append("(.*/)?");
                    i += 2;
                    break;
                case '*' when pattern[i..].StartsWith("**", StringComparison.Ordinal):
                    text.Append(".*");
                    i++;
                    break;
                case '*':
                    text.Append("[^/]*");
                    break;
                case '?' or '+' or '[' or ']':
                    text.Append(pattern[i]);
                    break;
                default:
                    text.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }
        return new Regex(text.Append('$').ToString(), RegexOptions.CultureInvariant);
    }
}
