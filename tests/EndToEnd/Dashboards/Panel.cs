using System.Text.Json;
using System.Text.RegularExpressions;

namespace Benevoclic.EndToEnd.Dashboards;

/// <summary>A question of a panel, with everything put in that Grafana would put in.</summary>
/// <param name="Where">Dashboard and panel, for people.</param>
/// <param name="IsInstant">It is asked about now, and not about a stretch of time.</param>
sealed partial record Panel(string Where, string Title, string Expression, bool IsInstant)
{
    /// <summary>Of a range of a few minutes: four scrapes of the slower job.</summary>
    const string RateInterval = "20s";

    public static IReadOnlyList<Panel> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "stack/grafana/dashboards"), "*.json")
            .Select(path => JsonDocument.Parse(File.ReadAllText(path)).RootElement)
            .SelectMany(Of),
    ];

    static IEnumerable<Panel> Of(JsonElement dashboard) =>
        from panel in dashboard.GetProperty("panels").EnumerateArray()
        where panel.GetProperty("type").GetString() != "row"
        let title = panel.GetProperty("title").GetString()!
        from target in panel.GetProperty("targets").EnumerateArray()
        select new Panel(
            $"{dashboard.GetProperty("title").GetString()}, \"{title}\" {target.GetProperty("refId").GetString()}",
            title,
            Filled(target.GetProperty("expr").GetString()!),
            target.TryGetProperty("instant", out var instant) && instant.GetBoolean()
        );

    static string Filled(string expression) =>
        Variable()
            .Replace(
                expression,
                match =>
                    match.Value switch
                    {
                        "$__rate_interval" => RateInterval,
                        "$instance" => ".*",
                        // In label_replace: a group, and no variable.
                        "$1" => "$1",
                        var other => throw new InvalidOperationException(
                            $"{other} is no variable that this test knows"
                        ),
                    }
            );

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Variable();
}
