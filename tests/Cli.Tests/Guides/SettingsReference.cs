using System.Collections;
using System.Text.RegularExpressions;
using Benevoclic.Cli.Config;

namespace Benevoclic.Cli.Tests.Guides;

/// <summary>What benevoclic.yaml may say, asked of the code that reads it: nothing of this is written down a second time.</summary>
static partial class SettingsReference
{
    // Good for every kind of value: what is not allowed gives a problem that tells what is.
    const string Rubbish = "!rubbish!";

    // One of them is good for each kind of value, and no value is so by default.
    static readonly string[] Trials = ["7", "en", "http://a.example", "a.example", "/elsewhere"];

    static readonly Dictionary<string, int?> Ports = ServicePorts();

    /// <summary>Every key, in the order of the records.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [.. Keys(typeof(Installation), "").Select(key => new Setting(key, Default(key), Allowed(key), Variable(key)))];

    static IEnumerable<string> Keys(Type record, string prefix) =>
        record
            .GetConstructors()[0]
            .GetParameters()
            .SelectMany(parameter =>
                parameter.ParameterType switch
                {
                    var type when type.IsAssignableTo(typeof(IEnumerable)) && type != typeof(string) =>
                        Ports.Keys.Select(service => $"{prefix}{Snake(parameter.Name!)}.{service}"),
                    { IsClass: true } type when type != typeof(string) => Keys(
                        type,
                        $"{prefix}{Snake(parameter.Name!)}."
                    ),
                    _ => [$"{prefix}{Snake(parameter.Name!)}"],
                }
            );

    static string Default(string key) => Value(Read("").Installation, key);

    /// <summary>Words of the problem that a wrong value gives; empty where every text is good.</summary>
    static string Allowed(string key)
    {
        var said = Read(Yaml(key, Rubbish)).Problems.Found.Select(problem => $"{problem}").FirstOrDefault() ?? "";
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
            value = value is IReadOnlyDictionary<string, int> ports
                ? ports[word]
                : value!.GetType().GetProperties().Single(property => Snake(property.Name) == word).GetValue(value);
        }
        return $"{value}";
    }

    static string Snake(string name) => Capital().Replace(name, "_$0").TrimStart('_').ToLowerInvariant();

    static Dictionary<string, int?> ServicePorts() =>
        Checkout.Load(Repository.Root).Installation.Ports.ToDictionary(port => port.Key, port => (int?)port.Value);

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();

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
