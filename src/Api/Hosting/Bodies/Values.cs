using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>What a JSON value is when it is what a rule wants; otherwise null.</summary>
static class Values
{
    const double LargestLongitude = 180;
    const double LargestLatitude = 90;

    public static bool IsEmpty(JsonNode? value) => value is null || Text(value) is "";

    public static string? Text(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static string? Email(JsonNode? value) => Text(value, Formats.IsEmail);

    public static string? Date(JsonNode? value) => Text(value, Formats.IsDate);

    public static string? Hour(JsonNode? value) => Text(value, Formats.IsHour);

    public static string? Day(JsonNode? value) => Text(value, Formats.IsDay);

    public static string? ClockHour(JsonNode? value) => Text(value, Formats.IsClockHour);

    public static Func<JsonNode?, string?> OneOf(IReadOnlyCollection<string> words) =>
        value => Text(value, words.Contains);

    public static bool? Boolean(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static double? Number(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.Number => Finite(value.ToJsonString()),
            JsonValueKind.String => Finite(value.GetValue<string>()),
            _ => null,
        };

    public static JsonArray? List(JsonNode? value) => value as JsonArray;

    public static IReadOnlyList<string>? Texts(JsonNode? value) =>
        value is JsonArray list && list.All(item => Text(item) is not null)
            ? [.. list.Select(item => Text(item)!)]
            : null;

    /// <summary>
    /// GeoJSON: longitude first, both on the globe. Nothing else of it is kept: MongoDB's index of places refuses a document whose
    /// `crs` it does not know.
    /// </summary>
    public static JsonObject? Point(JsonNode? value) =>
        value is JsonObject point
        && Text(point["type"]) == "Point"
        && point["coordinates"] is JsonArray { Count: 2 } place
        && IsWithin(place[0], LargestLongitude)
        && IsWithin(place[1], LargestLatitude)
            ? new JsonObject { ["type"] = "Point", ["coordinates"] = place.DeepClone() }
            : null;

    static bool IsWithin(JsonNode? value, double largest) =>
        value?.GetValueKind() == JsonValueKind.Number && Math.Abs(Number(value) ?? double.MaxValue) <= largest;

    static string? Text(JsonNode? value, Func<string, bool> isOne) =>
        Text(value) is { } text && isOne(text) ? text : null;

    // 1e999 is legal JSON and no number that can be stored or compared.
    static double? Finite(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;
}
