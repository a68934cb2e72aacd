using System.Text.Json;

namespace Benevoclic.Cli.Proofs;

/// <summary>Finds the PromQL of a Grafana dashboard: panels, also those in rows, annotations and variables.</summary>
static class Dashboard
{
    /// <summary>What a variable may be made of; its other forms hold no PromQL.</summary>
    static readonly string[] VariableForms = ["label_values(", "query_result("];

    /// <param name="path">Its name for people.</param>
    /// <param name="json">Its text.</param>
    /// <exception cref="FormatException">It is not JSON.</exception>
    public static IReadOnlyList<Query> Read(string path, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. In(document.RootElement, path).Distinct()];
        }
        catch (JsonException e)
        {
            throw new FormatException($"is not valid JSON: {e.Message}", e);
        }
    }

    static IEnumerable<Query> In(JsonElement element, string where) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => In(item, where)),
            JsonValueKind.Object when !IsForeign(element) => element
                .EnumerateObject()
                .SelectMany(property => InProperty(property, Named(element, where))),
            _ => [],
        };

    static IEnumerable<Query> InProperty(JsonProperty property, string where) =>
        property.Value.ValueKind != JsonValueKind.String ? In(property.Value, where)
        : IsExpression(property.Name, property.Value.GetString()!) ? [new Query(property.Value.GetString()!, where)]
        : [];

    static bool IsExpression(string key, string text) =>
        key switch
        {
            "expr" => text.Length > 0,
            "query" or "definition" => Array.Exists(
                VariableForms,
                form => text.StartsWith(form, StringComparison.Ordinal)
            ),
            _ => false,
        };

    /// <summary>Panels have a title and a type, so has no other object that holds queries.</summary>
    static string Named(JsonElement element, string where) =>
        Text(element, "title") is { } title && Text(element, "type") is not null
            ? $"{where}, panel \"{title}\""
            : where;

    /// <summary>Asks something else than Prometheus. A data source that is chosen in the browser, or by default, is ours.</summary>
    static bool IsForeign(JsonElement element) =>
        element.TryGetProperty("datasource", out var source)
        && source.ValueKind == JsonValueKind.Object
        && Text(source, "type") is { } type
        && type is not ("prometheus" or "datasource" or "grafana");

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
