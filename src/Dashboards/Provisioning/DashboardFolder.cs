using System.Text.Json;

namespace Benevoclic.Dashboards.Provisioning;

/// <summary>The provisioned dashboards, read anew at each question: an edited file shows at the next reload of the page.</summary>
static class DashboardFolder
{
    public static IReadOnlyList<DashboardFile> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => Read(path, File.ReadAllText(path)))
                .OfType<DashboardFile>(),
        ];

    /// <returns>Null when it is no dashboard; <c>benevoclic check</c> says why.</returns>
    public static DashboardFile? Read(string path, string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var model = document.RootElement;
            return model.ValueKind == JsonValueKind.Object && Text(model, "uid") is { } uid
                ? new DashboardFile(uid, Text(model, "title") ?? Path.GetFileNameWithoutExtension(path), model.Clone())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonElement model, string name) =>
        model.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
