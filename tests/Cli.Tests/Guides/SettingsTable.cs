using System.Text;
using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Tests.Guides;

/// <summary>The table of all settings in docs/DEPLOYMENT_CONFIG.md: the meaning is written by people, the rest by the code.</summary>
static partial class SettingsTable
{
    public const string Unsaid = "À écrire.";
    const string Begin = "<!-- settings: every column but the last comes from the code; see SettingsTests -->";
    const string End = "<!-- end of settings -->";
    const string Head = "| clé | au départ | permis | variable | sens |\n|---|---|---|---|---|\n";

    /// <returns>The guide with its table as it must be; what people wrote stays.</returns>
    public static string Written(string guide)
    {
        var (start, end) = (
            guide.IndexOf(Begin, StringComparison.Ordinal),
            guide.IndexOf(End, StringComparison.Ordinal)
        );
        Assert.True(start >= 0 && end > start, $"the guide has no place for its table: {Begin} … {End}");
        var meanings = Row()
            .Matches(guide[start..end])
            .ToDictionary(row => row.Groups["key"].Value, row => row.Groups["meaning"].Value);
        var table = new StringBuilder(Begin).Append("\n\n").Append(Head);
        foreach (var setting in SettingsReference.All)
        {
            var meaning = meanings.GetValueOrDefault(setting.Key, Unsaid);
            table.Append(
                $"| `{setting.Key}` | {Code(setting.Default)} | {French(setting.Allowed)} | {Code(setting.Variable)} | {meaning} |\n"
            );
        }
        return $"{guide[..start]}{table}\n{guide[end..]}";
    }

    static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    /// <summary>The command's own words for what is allowed, for readers of French.</summary>
    static string French(string rule)
    {
        if (Between().Match(rule) is { Success: true } number)
        {
            return $"{number.Groups["min"]} à {number.Groups["max"]}";
        }
        return rule switch
        {
            "" => "un texte",
            _ when rule.StartsWith("one of ", StringComparison.Ordinal) => string.Join(
                ", ",
                rule["one of ".Length..].Split(", ").Select(Code)
            ),
            _ when rule.StartsWith("http://", StringComparison.Ordinal) =>
                "`http://` ou `https://`, et un nom, sans port",
            _ when rule.StartsWith("a host name", StringComparison.Ordinal) => "un nom de domaine",
            "an absolute path" => "un chemin absolu",
            _ => throw new InvalidOperationException(
                $"SettingsTable cannot say in French what is allowed here: {rule}"
            ),
        };
    }

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \|.*\| (?<meaning>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^a number between (?<min>\d+) and (?<max>\d+)$")]
    private static partial Regex Between();
}
