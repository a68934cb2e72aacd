using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Proofs;

/// <summary>
/// Whether a configuration that a process prints holds all that its file says. It prints more: its defaults. So a key that was taken
/// out of the file and is still active is not seen here; <see cref="ActiveFiles"/> sees that the file was read.
/// </summary>
static class ActiveYaml
{
    const string Hidden = "<secret>";

    /// <param name="file">What the file says.</param>
    /// <param name="active">What the process says; null when it says nothing there.</param>
    /// <param name="path">Where we are, for people.</param>
    /// <param name="folder">Where the file is in the container: the process prints paths in full.</param>
    public static IEnumerable<string> Differences(YamlNode file, YamlNode? active, string path, string folder) =>
        (file, active) switch
        {
            (YamlMappingNode wanted, null or YamlMappingNode) => wanted.Children.SelectMany(pair =>
                Differences(pair.Value, active?.Find(Key(pair.Key)), Join(path, Key(pair.Key)), folder)
            ),
            (YamlSequenceNode { Children.Count: 0 }, null) => [],
            (YamlSequenceNode wanted, YamlSequenceNode found) when wanted.Children.Count == found.Children.Count =>
                wanted
                    .Children.Zip(found.Children)
                    .SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]", folder)),
            (YamlSequenceNode wanted, YamlSequenceNode found) =>
            [
                $"{path}: has {found.Children.Count} entries, should have {wanted.Children.Count}",
            ],
            (YamlScalarNode wanted, null) => IsNothing(wanted)
                ? []
                : [$"{path}: is not active, should be {wanted.Value}"],
            (YamlScalarNode wanted, YamlScalarNode found) => IsSame(wanted.Value ?? "", found.Value ?? "", folder)
                ? []
                : [$"{path}: is {found.Value}, should be {wanted.Value}"],
            (YamlScalarNode wanted, _) when IsNothing(wanted) => [],
            (_, null) => [$"{path}: is not active"],
            _ => [$"{path}: is of another kind than in the file"],
        };

    static bool IsSame(string wanted, string found, string folder) =>
        wanted == found
        || found == Hidden
        || (PromDuration.Parse(wanted) is { } a && PromDuration.Parse(found) is { } b && a.Equals(b))
        || (Number(wanted) is { } x && Number(found) is { } y && x.Equals(y))
        || (IsTruth(wanted) is { } p && IsTruth(found) is { } q && p == q)
        || (found.StartsWith('/') && found == Path.GetFullPath(wanted, folder));

    /// <summary>What a process leaves out when it prints: the value that the key has anyway.</summary>
    static bool IsNothing(YamlScalarNode scalar) =>
        scalar.Value is null or "" or "~" or "null"
        || IsTruth(scalar.Value) == false
        || PromDuration.Parse(scalar.Value) is 0;

    static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    static bool? IsTruth(string text) =>
        text.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" => false,
            _ => null,
        };

    static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    static string Key(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";
}
