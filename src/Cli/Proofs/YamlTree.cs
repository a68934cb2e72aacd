using Benevoclic.Cli.Config;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Proofs;

/// <summary>YAML that is not ours to complain about key by key: rule files, and what a process says it runs.</summary>
static class YamlTree
{
    /// <exception cref="FormatException">It is not YAML.</exception>
    public static YamlNode Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new ShallowParser(new Parser(new StringReader(text))));
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"is not valid YAML: {e.Message}", e);
        }
        return stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode;
    }

    public static YamlNode? Find(this YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(key, out var value) ? value : null;

    public static string? Text(this YamlNode node, string key) => (node.Find(key) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Items(this YamlNode node, string key) =>
        node.Find(key) is YamlSequenceNode items ? items.Children : [];

    public static IReadOnlyDictionary<string, string> Texts(this YamlNode node, string key) =>
        node.Find(key) is YamlMappingNode mapping
            ? mapping.Children.ToDictionary(
                pair => ((YamlScalarNode)pair.Key).Value ?? "",
                pair => (pair.Value as YamlScalarNode)?.Value ?? ""
            )
            : new Dictionary<string, string>();
}
