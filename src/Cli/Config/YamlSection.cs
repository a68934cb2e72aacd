using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Config;

/// <summary>
/// One mapping of a YAML file, read key by key. What has the wrong form is recorded as a problem with its path, and reads as absent.
/// </summary>
sealed class YamlSection(YamlMappingNode node, string file, string path, Problems problems)
{
    readonly HashSet<string> _known = [];

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public string? Text(string key, string? allowed = null)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value ?? "";
            case var other:
                Report(key, other, $"should be {allowed ?? "a text"}, found {Kind(other)}");
                return null;
        }
    }

    public int? Number(string key, int min, int max)
    {
        var allowed = $"a number between {min} and {max}";
        if (Text(key, allowed) is not { } text)
        {
            return null;
        }
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max
        )
        {
            return number;
        }
        Report(key, $"should be {allowed}, found {Quoted(text)}");
        return null;
    }

    public string? OneOf(string key, params IReadOnlyList<string> choices)
    {
        if (Text(key, $"one of {string.Join(", ", choices)}") is not { } text)
        {
            return null;
        }
        if (choices.Contains(text))
        {
            return text;
        }
        Report(key, $"should be one of {string.Join(", ", choices)}, found {Quoted(text)}");
        return null;
    }

    public YamlSection? Section(string key)
    {
        switch (Find(key))
        {
            case null or YamlScalarNode { Value: null or "" or "~" or "null" }:
                return null;
            case YamlMappingNode mapping:
                return new YamlSection(mapping, file, Join(key), problems);
            case var other:
                Report(key, other, $"should be a list of `key: value` lines, found {Kind(other)}");
                return null;
        }
    }

    /// <summary>The items of a list: texts, or sections for items that are mappings.</summary>
    public IReadOnlyList<object> Items(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode sequence:
                return [.. sequence.Select((item, i) => Item(item, $"{key}[{i}]")).OfType<object>()];
            case var other:
                Report(key, other, $"should be a list, found {Kind(other)}");
                return [];
        }
    }

    public IReadOnlyList<string> Texts(string key)
    {
        var items = Items(key);
        if (items.Any(item => item is YamlSection))
        {
            Report(key, "should be a list of texts");
        }
        return [.. items.OfType<string>()];
    }

    public bool IsList(string key) => Find(key) is YamlSequenceNode;

    /// <summary>`NAME: value` lines, or the list form `- NAME=value`.</summary>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        if (IsList(key))
        {
            return Texts(key)
                .Select(text => text.Split('=', 2))
                .ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "");
        }
        return Section(key) is { } section
            ? section.Keys.ToDictionary(name => name, name => section.Text(name) ?? "")
            : new Dictionary<string, string>();
    }

    /// <summary>Records every key that nobody asked for.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            Report(key, $"is not a key here; {Nearest.Hint(key, _known)}");
        }
    }

    public void Report(string key, string what)
    {
        var place = node.Children.Keys.FirstOrDefault(k => k is YamlScalarNode scalar && scalar.Value == key) ?? node;
        Report(key, place, what);
    }

    void Report(string key, YamlNode place, string what) =>
        problems.Add(place.Start.Line > 0 ? $"{file}:{place.Start.Line} {Join(key)}" : $"{file} {Join(key)}", what);

    YamlNode? Find(string key)
    {
        _known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }

    object? Item(YamlNode item, string key)
    {
        switch (item)
        {
            case YamlScalarNode scalar:
                return scalar.Value ?? "";
            case YamlMappingNode mapping:
                return new YamlSection(mapping, file, Join(key), problems);
            default:
                Report(key, item, $"should be a text, found {Kind(item)}");
                return null;
        }
    }

    string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";

    static string Kind(YamlNode node) =>
        node switch
        {
            YamlScalarNode scalar => Quoted(scalar.Value ?? ""),
            YamlSequenceNode => "a list",
            _ => "a list of `key: value` lines",
        };

    static string Quoted(string text) => text.Length == 0 ? "nothing" : $"\"{text}\"";
}
