using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Alerts;

/// <summary>What one label of an alert must be for a silence to mute it.</summary>
/// <param name="IsRegex">The value is a regular expression for the whole label.</param>
/// <param name="IsEqual">False turns it round.</param>
sealed partial record SilenceMatcher(string Name, string Value, bool IsRegex, bool IsEqual)
{
    /// <param name="text"><c>ServerDown</c>, the name of an alert, or <c>label=value</c>, <c>!=</c>, <c>=~</c>, <c>!~</c>.</param>
    /// <exception cref="FormatException">It is neither; the message says what would be.</exception>
    public static SilenceMatcher Parse(string text)
    {
        if (AlertName().IsMatch(text))
        {
            return new SilenceMatcher("alertname", text, IsRegex: false, IsEqual: true);
        }
        if (Form().Match(text) is not { Success: true } match)
        {
            throw new FormatException(
                $"\"{text}\" should be the name of an alert (ServerDown), or a label and its value: severity=warning, job!=relay, alertname=~\"High.*\""
            );
        }
        var sign = match.Groups["sign"].Value;
        var value = match.Groups["value"].Value;
        var bare = value is ['"', .. var inner, '"'] ? inner : value;
        return Checked(new SilenceMatcher(match.Groups["name"].Value, bare, sign.Contains('~'), sign[0] == '='));
    }

    public bool Fits(IReadOnlyDictionary<string, string> labels)
    {
        // A label that is not there is an empty one, to Alertmanager too.
        var found = labels.GetValueOrDefault(Name) ?? "";
        return (IsRegex ? Whole(Value).IsMatch(found) : found == Value) == IsEqual;
    }

    public override string ToString() =>
        $"{Name}{(IsEqual ? "=" : "!")}{(IsRegex ? "~" : IsEqual ? "" : "=")}\"{Value}\"";

    static SilenceMatcher Checked(SilenceMatcher matcher)
    {
        try
        {
            _ = matcher.IsRegex ? Whole(matcher.Value) : null;
            return matcher;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FormatException($"\"{matcher.Value}\" is not a regular expression: {e.Message}", e);
        }
    }

    static Regex Whole(string pattern) =>
        new($"^(?:{pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex AlertName();

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<sign>=~|!~|!=|=)(?<value>.+)\\z", RegexOptions.Singleline)]
    private static partial Regex Form();
}
