using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Benevoclic.Dashboards.Provisioning;

/// <summary>Reads <c>datasources/*.yaml</c> of Grafana's provisioning folder.</summary>
static class DataSourceFiles
{
    /// <summary>Grafana's own, where a data source does not say how often it is scraped.</summary>
    const int DefaultInterval = 15;

    static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build();

    public static IReadOnlyList<DataSource> Read(string provisioning, List<string> problems)
    {
        var folder = Path.Join(provisioning, "datasources");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order().SelectMany(path => ReadFile(path, problems))]
            : [];
    }

    static IEnumerable<DataSource> ReadFile(string path, List<string> problems)
    {
        try
        {
            return Of(File.ReadAllText(path), path, problems);
        }
        catch (YamlException e)
        {
            problems.Add($"{path} is not YAML as we know it, line {e.Start.Line}: {e.Message}");
            return [];
        }
    }

    /// <param name="yaml">The file's text.</param>
    /// <param name="path">Its name for people.</param>
    /// <param name="problems">Receives each source that cannot be used.</param>
    public static IReadOnlyList<DataSource> Of(string yaml, string path, List<string> problems)
    {
        var sources = new List<DataSource>();
        foreach (var entry in Yaml.Deserialize<SourceFile?>(yaml)?.Datasources ?? [])
        {
            if (
                Uri.TryCreate(entry.Url, UriKind.Absolute, out var url)
                && entry is { Uid.Length: > 0, Type.Length: > 0 }
            )
            {
                sources.Add(new DataSource(entry.Uid, entry.Type, url, Seconds(entry.JsonData?.TimeInterval)));
            }
            else
            {
                problems.Add(
                    $"{path}: a data source should have uid, type and url, found \"{entry.Uid}\", \"{entry.Type}\", \"{entry.Url}\""
                );
            }
        }
        return sources;
    }

    /// <param name="interval"><c>5s</c>, <c>1m</c>; anything else is Grafana's default.</param>
    public static int Seconds(string? interval) =>
        interval is [.. var number, 's' or 'm']
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? value * (interval[^1] == 'm' ? 60 : 1)
            : DefaultInterval;

    sealed class SourceFile
    {
        public List<SourceEntry>? Datasources { get; set; }
    }

    sealed class SourceEntry
    {
        public string? Uid { get; set; }
        public string? Type { get; set; }
        public string? Url { get; set; }
        public SourceOptions? JsonData { get; set; }
    }

    sealed class SourceOptions
    {
        public string? TimeInterval { get; set; }
    }
}
