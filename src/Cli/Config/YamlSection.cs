using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Config;

/// <summary>
/// One mapping of a YAML file, read key by key. What has the wrong form is recorded as a problem with its path, and reads as absent.
/// </summary>
sealed class YamlSection(YamlMappingNode node, string file, string path, Problems problems)
{
    readonly HashSet<string> _known = [];

    // By their text alone: to YamlDotNet a quoted or tagged key is another one, to Compose it is not.
    public IEnumerable<string> Keys => Scalars.Select(key => key.Value ?? "").Distinct();

    IEnumerable<YamlScalarNode> Scalars => node.Children.Keys.OfType<YamlScalarNode>();

    public bool Has(string key) => Keys.Contains(key);

    /// <summary>The key is absent, or there is nothing behind it.</summary>
    public bool IsNothing(string key) => Find(key) is not { } value || IsNull(value);

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
        if (WholeNumber.Parse(text, min, max) is { } number)
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
            case null:
            case var nothing when IsNull(nothing):
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
            case var nothing when IsNull(nothing):
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

    /// <summary>
    /// `NAME: value` lines, or the list form `- NAME=value`. A name without a value is left out: to Compose it means "as it is
    /// in my own environment", and that is what a process inherits.
    /// </summary>
    public IReadOnlyDictionary<string, string> Map(string key) => IsList(key) ? ListMap(key) : LineMap(Section(key));

    Dictionary<string, string> ListMap(string key)
    {
        var pairs = Texts(key).Select(text => text.Split('=', 2)).ToLookup(pair => pair[0]);
        foreach (var repeated in pairs.Where(pair => pair.Count() > 1))
        {
            Report(key, $"names {repeated.Key} more than once");
        }
        return pairs
            .Select(pair => pair.Last())
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
    }

    static Dictionary<string, string> LineMap(YamlSection? section)
    {
        var map = new Dictionary<string, string>();
        foreach (var name in section?.Keys ?? [])
        {
            if (!section!.IsNothing(name) && section.Text(name) is { } value)
            {
                map[name] = value;
            }
        }
        return map;
    }

    /// <summary>Records every key that nobody asked for.</summary>
    public void RejectUnknownKeys()
    {
        foreach (var key in Keys.Where(key => !_known.Contains(key)))
        {
            Report(key, $"is not a key here; {Nearest.Hint(key, _known)}");
        }
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode))
        {
            Report("?", key, $"a key should be a text, found {Kind(key)}");
        }
    }

    public void Report(string key, string what)
    {
        var place = Scalars.FirstOrDefault(scalar => (scalar.Value ?? "") == key);
        Report(key, (YamlNode?)place ?? node, what);
    }

    void Report(string key, YamlNode place, string what) =>
        problems.Add(place.Start.Line > 0 ? $"{file}:{place.Start.Line} {Join(key)}" : $"{file} {Join(key)}", what);

    YamlNode? Find(string key)
    {
        _known.Add(key);
        return Scalars.FirstOrDefault(scalar => (scalar.Value ?? "") == key) is { } found ? node.Children[found] : null;
    }

    /// <summary>What YAML calls null: a key with nothing behind it.</summary>
    static bool IsNull(YamlNode value) =>
        value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

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
