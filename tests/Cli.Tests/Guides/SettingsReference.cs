using System.Collections;
using System.Text.RegularExpressions;
using Benevoclic.Cli.Config;
using YamlDotNet.RepresentationModel;

namespace Benevoclic.Cli.Tests.Guides;

/// <summary>What benevoclic.yaml may say, asked of the code that reads it: nothing of this is written down a second time.</summary>
static partial class SettingsReference
{
    // Good for every kind of value: what is not allowed gives a problem that tells what is.
    const string Rubbish = "!rubbish!";

    // Near to no key.
    const string Unheard = "qqqqqqqqqqqqqqqqqqqqqqqq";

    // One of them is good for each kind of value, and no value is so by default.
    static readonly string[] Trials =
    [
        "7",
        "en",
        "http://a.example",
        "a.example",
        "/elsewhere",
        "mongodb",
        "firebase",
        "s3",
        "swarm",
    ];

    static readonly Dictionary<string, int?> Ports = ServicePorts();

    /// <summary>The keys in the order of the file.</summary>
    static readonly string[] Written = [.. WrittenKeys(YamlTree(), "")];

    /// <summary>Every key, in the order of the records.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        .. Keys("")
            .OrderBy(key => Array.IndexOf(Written, key) is >= 0 and var place ? place : Written.Length)
            .Select(key => new Setting(key, Default(key), Allowed(key), Variable(key))),
    ];

    /// <summary>The code says what it knows when it meets a word that it does not know.</summary>
    static IEnumerable<string> Keys(string section)
    {
        var said = Said(Yaml($"{section}{Unheard}", Rubbish), problem => Known().IsMatch(problem));
        foreach (var key in Known().Match(said).Groups["keys"].Value.Split(", ").Select(key => $"{section}{key}"))
        {
            var isSection = Said(Yaml(key, Rubbish)).Contains("should be a list of", StringComparison.Ordinal);
            foreach (var inner in isSection ? Keys($"{key}.") : [key])
            {
                yield return inner;
            }
        }
    }

    static string Default(string key) => Value(Read("").Installation, key);

    /// <summary>Words of the problem that a wrong value gives; empty where every text is good.</summary>
    static string Allowed(string key)
    {
        var said = Said(Yaml(key, Rubbish));
        return Rule().Match(said).Groups["rule"].Value;
    }

    /// <summary>The variable that changes the value when it is set, of all that the code asks for.</summary>
    static string Variable(string key)
    {
        var asked = new Asked([]);
        Read("", asked);
        return asked
                .Names.Where(name => Trials.Any(trial => Changes(key, name, trial)))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            ?? "";
    }

    static bool Changes(string key, string variable, string trial)
    {
        var (installation, _) = Read("", new Asked(new() { [variable] = trial }));
        return Value(installation, key) == trial;
    }

    static string Said(string text, Func<string, bool>? about = null) =>
        Read(text).Problems.Found.Select(problem => $"{problem}").FirstOrDefault(about ?? (_ => true)) ?? "";

    static (Installation Installation, Problems Problems) Read(string text, Asked? variables = null)
    {
        using var folder = new TemporaryFolder();
        var problems = new Problems();
        return (
            Installation.Load(folder.Write(Installation.FileName, text), Ports, variables ?? new Asked([]), problems),
            problems
        );
    }

    /// <summary>`host.limits.up` as nested YAML.</summary>
    static string Yaml(string key, string value) =>
        string.Concat(key.Split('.').Select((word, depth) => $"{new string(' ', 2 * depth)}{word}:\n")).TrimEnd('\n')
        + $" \"{value}\"\n";

    static string Value(object from, string key)
    {
        object? value = from;
        foreach (var word in key.Split('.'))
        {
            value = value is IReadOnlyDictionary<string, int> ports ? ports[word] : Property(value!, word);
        }
        return $"{value}";
    }

    /// <summary>Of the record, or of one that it keeps several settings in.</summary>
    static object? Property(object record, string word)
    {
        var own = record
            .GetType()
            .GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0)
            .ToList();
        return own.Find(property => Snake(property.Name) == word) is { } found
            ? found.GetValue(record)
            : own.Where(property => property.PropertyType.Namespace == record.GetType().Namespace)
                .Select(property => Property(property.GetValue(record)!, word))
                .FirstOrDefault(value => value is not null);
    }

    static string Snake(string name) => Capital().Replace(name, "_$0").TrimStart('_').ToLowerInvariant();

    static YamlMappingNode YamlTree()
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Repository.Root, Installation.FileName));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    static IEnumerable<string> WrittenKeys(YamlMappingNode node, string section) =>
        node.Children.SelectMany(pair =>
            pair.Value is YamlMappingNode inner ? WrittenKeys(inner, $"{section}{pair.Key}.") : [$"{section}{pair.Key}"]
        );

    static Dictionary<string, int?> ServicePorts() =>
        Checkout.Load(Repository.Root).Installation.Ports.ToDictionary(port => port.Key, port => (int?)port.Value);

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex("is not a key here; known are (?<keys>.*)")]
    private static partial Regex Known();

    [GeneratedRegex("should be (?<rule>.*?)(, found|$)")]
    private static partial Regex Rule();

    /// <summary>Variables that remember which of them were asked for.</summary>
    sealed class Asked(Dictionary<string, string> set) : IReadOnlyDictionary<string, string>
    {
        public HashSet<string> Names { get; } = [];

        public string this[string key] => set[key];

        public IEnumerable<string> Keys => set.Keys;

        public IEnumerable<string> Values => set.Values;

        public int Count => set.Count;

        public bool ContainsKey(string key) => set.ContainsKey(key);

        public bool TryGetValue(string key, out string value)
        {
            Names.Add(key);
            return set.TryGetValue(key, out value!);
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => set.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <param name="Key">Such as host.limits.errors.</param>
/// <param name="Default">As it is without a word about it; may be empty.</param>
/// <param name="Allowed">In the words of the command; empty where every text is good.</param>
/// <param name="Variable">That wins over the file; empty where there is none.</param>
sealed record Setting(string Key, string Default, string Allowed, string Variable);
