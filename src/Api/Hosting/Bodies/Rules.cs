using System.Text.Json.Nodes;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>The contract's words for what a field must be (1.5 there). They are class-validator's: clients may compare them.</summary>
static class Rules
{
    public const string Filled = "should not be empty";

    public static string Text(string field) => $"{field} must be a string";

    public static string Boolean(string field) => $"{field} must be a boolean value";

    public static string Number(string field) => $"{field} must be a number conforming to the specified constraints";

    public static string List(string field) => $"{field} must be an array";

    public static string Texts(string field) => $"each value in {field} must be a string";

    public static string Email(string field) => $"{field} must be an email";

    public static string Date(string field) => $"{field} must be a valid ISO 8601 date string";

    public static string Hour(string field) => $@"{field} must match /^\d{{2}}:\d{{2}}$/ regular expression";

    public static string Point(string field) =>
        $$"""{{field}} invalide : doit être { type: "Point", coordinates: [lng, lat] }""";

    public static Func<string, string> OneOf(IReadOnlyCollection<string> words) =>
        field => $"{field} must be one of the following values: {string.Join(", ", words)}";

    /// <summary>Null when the text is as long as it must be.</summary>
    public static string? BrokenLength(JsonNode? value, int shortest, int longest)
    {
        var text = Values.Text(value);
        if (value is not null && text is null)
            return $"must be longer than or equal to {shortest} and shorter than or equal to {longest} characters";

        var length = text?.EnumerateRunes().Count() ?? 0;
        return length < shortest ? $"must be longer than or equal to {shortest} characters"
            : length > longest ? $"must be shorter than or equal to {longest} characters"
            : null;
    }
}
