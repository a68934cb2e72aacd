using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benevoclic.Cli.Proofs;

/// <summary>Whether Prometheus runs its prometheus.yml, and evaluates every rule of the files that it names, and no other.</summary>
static partial class ActivePrometheus
{
    const double StandardInterval = 60;

    public static IEnumerable<string> Differences(
        ActiveSource source,
        ActiveFacts facts,
        Func<string, string?> canonical
    )
    {
        using var config = JsonDocument.Parse(facts.Answers["/api/v1/status/config"]);
        var active = config.RootElement.GetProperty("data").GetProperty("yaml").GetString()!;
        var wanted = YamlTree.Read(facts.Files[source.File]);
        var interval = wanted.Find("global")?.Text("evaluation_interval") is { } text
            ? PromDuration.Parse(text)
            : StandardInterval;
        return
        [
            .. ActiveYaml
                .Differences(wanted, YamlTree.Read(active), "", FolderOf(source))
                .Select(difference => $"{source.File} {difference}"),
            .. RuleDifferences(
                [.. Groups(source, facts).Select(group => group with { Interval = group.Interval ?? interval })],
                [.. Active(facts.Answers["/api/v1/rules"], source.Folder)],
                canonical
            ),
        ];
    }

    /// <summary>Every expression of the release's rules: what has to be asked in its canonical form.</summary>
    public static IReadOnlyList<string> Expressions(ActiveSource source, ActiveFacts facts) =>
        [.. Groups(source, facts).SelectMany(group => group.Rules).Select(rule => rule.Expression).Distinct()];

    public static IEnumerable<PromRuleGroup> Groups(ActiveSource source, ActiveFacts facts) =>
        RuleFile
            .Named(facts.Files[source.File], source.File, facts.Files.Keys)
            .SelectMany(path => RuleFile.Read(path, facts.Files[path]));

    static IEnumerable<string> RuleDifferences(
        IReadOnlyList<PromRuleGroup> wanted,
        IReadOnlyList<PromRuleGroup> active,
        Func<string, string?> canonical
    )
    {
        var found = active.ToDictionary(Title);
        foreach (var group in wanted)
        {
            if (!found.Remove(Title(group), out var same))
            {
                yield return $"{Title(group)}: is not active";
                continue;
            }
            if (group.Interval is { } interval && !interval.Equals(same.Interval))
            {
                yield return $"{Title(group)}: is evaluated every {Say(same.Interval)} s, should be {Say(interval)} s";
            }
            foreach (var difference in InGroup(group, same, canonical))
            {
                yield return $"{Title(group)}, {difference}";
            }
        }
        foreach (var title in found.Keys)
        {
            yield return $"{title}: is active, and the release has no such group";
        }
    }

    static IEnumerable<string> InGroup(PromRuleGroup wanted, PromRuleGroup active, Func<string, string?> canonical)
    {
        var found = active
            .Rules.GroupBy(rule => rule.Title)
            .ToDictionary(same => same.Key, same => new Queue<PromRule>(same));
        foreach (var rule in wanted.Rules)
        {
            if (found.GetValueOrDefault(rule.Title)?.TryDequeue(out var same) is not true)
            {
                yield return $"{rule.Title}: is not active";
                continue;
            }
            foreach (var difference in InRule(rule, same, canonical))
            {
                yield return $"{rule.Title}: {difference}";
            }
        }
        foreach (var rule in found.Values.SelectMany(rules => rules))
        {
            yield return $"{rule.Title}: is active, and the release has no such rule";
        }
    }

    static IEnumerable<string> InRule(PromRule wanted, PromRule active, Func<string, string?> canonical)
    {
        if (!IsSame(wanted.Expression, active.Expression, canonical))
        {
            yield return $"expr is {active.Expression}, should be {OneLine(wanted.Expression)}";
        }
        if (!wanted.For.Equals(active.For))
        {
            yield return $"for is {Say(active.For)} s, should be {Say(wanted.For)} s";
        }
        if (!wanted.KeepFiringFor.Equals(active.KeepFiringFor))
        {
            yield return $"keep_firing_for is {Say(active.KeepFiringFor)} s, should be {Say(wanted.KeepFiringFor)} s";
        }
        foreach (var difference in InTexts("label", wanted.Labels, active.Labels))
        {
            yield return difference;
        }
        foreach (var difference in InTexts("annotation", wanted.Annotations, active.Annotations))
        {
            yield return difference;
        }
    }

    static IEnumerable<string> InTexts(
        string kind,
        IReadOnlyDictionary<string, string> wanted,
        IReadOnlyDictionary<string, string> active
    ) =>
        from name in wanted.Keys.Union(active.Keys)
        let found = active.GetValueOrDefault(name)
        let should = wanted.GetValueOrDefault(name)
        where found != should
        select $"{kind} {name} is {Quoted(found)}, should be {Quoted(should)}";

    /// <summary>Prometheus prints both with the same printer, over several lines when they are long.</summary>
    static bool IsSame(string wanted, string active, Func<string, string?> canonical) =>
        canonical(wanted) is { } own && WithoutBlanks(own) == WithoutBlanks(active);

    static string WithoutBlanks(string text) => StringOrBlanks().Replace(text, "$1");

    static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string Quoted(string? text) => text is null ? "not there" : $"\"{text}\"";

    static IEnumerable<PromRuleGroup> Active(string answer, string folder)
    {
        using var document = JsonDocument.Parse(answer);
        return
        [
            .. document
                .RootElement.GetProperty("data")
                .GetProperty("groups")
                .EnumerateArray()
                .Select(group => new PromRuleGroup(
                    Path.GetRelativePath(folder, Text(group, "file")),
                    Text(group, "name"),
                    group.GetProperty("interval").GetDouble(),
                    [.. group.GetProperty("rules").EnumerateArray().Select(Rule)]
                )),
        ];
    }

    static PromRule Rule(JsonElement rule) =>
        new(
            Text(rule, "type") == "recording" ? "record" : "alert",
            Text(rule, "name"),
            Text(rule, "query"),
            Number(rule, "duration"),
            Number(rule, "keepFiringFor"),
            Texts(rule, "labels"),
            Texts(rule, "annotations")
        );

    static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    static double Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    static Dictionary<string, string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetString() ?? "")
            : [];

    static string FolderOf(ActiveSource source) => Path.GetDirectoryName(Path.Join(source.Folder, source.File)) ?? "/";

    static string Title(PromRuleGroup group) => $"{group.File}, group {group.Name}";

    static string Say(double? seconds) => seconds?.ToString(CultureInfo.InvariantCulture) ?? "?";

    [GeneratedRegex("""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)|\s+""")]
    private static partial Regex StringOrBlanks();
}
