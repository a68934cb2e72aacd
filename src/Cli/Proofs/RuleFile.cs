using System.IO.Enumeration;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Proofs;

/// <summary>Reads the rule files that a prometheus.yml names. promtool has judged them before; what it takes is taken here.</summary>
static class RuleFile
{
    /// <param name="config">The text of prometheus.yml.</param>
    /// <param name="configFile">Its path in the service's folder: rule files are named relative to it.</param>
    /// <param name="paths">Every file of the service's folder.</param>
    /// <returns>Those that <c>rule_files</c> names, by name or by pattern.</returns>
    public static IReadOnlyList<string> Named(string config, string configFile, IEnumerable<string> paths)
    {
        var folder = Path.GetDirectoryName(configFile) ?? "";
        var patterns = YamlTree
            .Read(config)
            .Items("rule_files")
            .OfType<YamlScalarNode>()
            .Select(item => Path.GetRelativePath("/", Path.Join("/", folder, item.Value)))
            .ToList();
        return [.. paths.Where(path => patterns.Exists(pattern => Fits(pattern, path))).Order(StringComparer.Ordinal)];
    }

    /// <exception cref="FormatException">It is not YAML.</exception>
    public static IReadOnlyList<PromRuleGroup> Read(string path, string text) =>
        [.. YamlTree.Read(text).Items("groups").Select(group => Group(path, group))];

    /// <summary>As Prometheus: a pattern in the last part of the path only.</summary>
    static bool Fits(string pattern, string path) =>
        Path.GetDirectoryName(pattern) == Path.GetDirectoryName(path)
        && FileSystemName.MatchesSimpleExpression(Path.GetFileName(pattern), Path.GetFileName(path), ignoreCase: false);

    static PromRuleGroup Group(string path, YamlNode group) =>
        new(
            path,
            group.Text("name") ?? "",
            group.Text("interval") is { } interval ? Seconds(interval) : null,
            [.. group.Items("rules").Select(rule => Rule(rule, group.Texts("labels")))]
        );

    /// <param name="rule">The rule.</param>
    /// <param name="common">Labels of its group; the rule's own win.</param>
    static PromRule Rule(YamlNode rule, IReadOnlyDictionary<string, string> common) =>
        new(
            rule.Find("record") is null ? "alert" : "record",
            rule.Text("record") ?? rule.Text("alert") ?? "",
            rule.Text("expr") ?? "",
            Seconds(rule.Text("for") ?? "0"),
            Seconds(rule.Text("keep_firing_for") ?? "0"),
            new Dictionary<string, string>([
                .. common.Where(pair => !rule.Texts("labels").ContainsKey(pair.Key)),
                .. rule.Texts("labels"),
            ]),
            rule.Texts("annotations")
        );

    static double Seconds(string text) => PromDuration.Parse(text) ?? 0;
}
