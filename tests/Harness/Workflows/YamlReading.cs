using YamlDotNet.RepresentationModel;

namespace Benevoclic.Harness.Workflows;

/// <summary>Short ways to what a YAML file says.</summary>
public static class YamlReading
{
    public static YamlMappingNode? Map(this YamlMappingNode node, string key) => node.At(key) as YamlMappingNode;

    public static string? Text(this YamlMappingNode node, string key) => (node.At(key) as YamlScalarNode)?.Value;

    /// <summary>A list of texts, also when it was written as a single one; empty when there is none.</summary>
    public static IReadOnlyList<string> List(this YamlMappingNode node, string key) =>
        node.At(key) switch
        {
            YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(item => item.Value!)],
            YamlScalarNode one => [one.Value!],
            _ => [],
        };

    public static IReadOnlyList<YamlMappingNode> Maps(this YamlMappingNode node, string key) =>
        node.At(key) is YamlSequenceNode list ? [.. list.OfType<YamlMappingNode>()] : [];

    public static IEnumerable<string> Keys(this YamlMappingNode node) =>
        node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    /// <summary>Every pair of a mapping whose values are texts; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> Texts(this YamlMappingNode node, string key) =>
        node.Map(key) is { } map
            ? map.Keys().ToDictionary(name => name, name => map.Text(name) ?? "")
            : new Dictionary<string, string>();

    static YamlNode? At(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? value : null;
}
