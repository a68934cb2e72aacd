using System.Text.Json;

namespace Benevoclic.Dashboards.Tests.Files;

/// <summary>The dashboards of stack/grafana as they are.</summary>
static class TheFiles
{
    public static IReadOnlyList<(string Name, JsonElement Model)> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "stack/grafana/dashboards"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), JsonDocument.Parse(File.ReadAllText(path)).RootElement)),
    ];

    /// <summary>All panels but rows, with those in folded rows.</summary>
    public static IEnumerable<JsonElement> Panels(JsonElement dashboard) =>
        dashboard
            .GetProperty("panels")
            .EnumerateArray()
            .SelectMany(panel => IsRow(panel) ? [.. panel.GetProperty("panels").EnumerateArray()] : new[] { panel });

    public static bool IsRow(JsonElement panel) => Text(panel, "type") == "row";

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    public static JsonElement? At(JsonElement element, params IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }
        return element;
    }
}
