using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>
/// The fields of a body, read one by one in the contract's order; every broken rule is kept in the contract's words.
/// What a broken field reads as does not matter: <see cref="Check"/> throws before anyone sees it.
/// </summary>
/// <remarks>
/// A required field may not be absent, null or "". An `Optional` one may be absent or null, and reads as null then.
/// </remarks>
sealed class Fields(JsonObject body)
{
    readonly HashSet<string> _known = new(StringComparer.Ordinal);
    readonly List<string> _broken = [];

    /// <summary>Was it sent at all, also as null?</summary>
    public bool Has(string name) => body.ContainsKey(name);

    /// <summary>Everything that was sent, for the routes that answer with it.</summary>
    public JsonObject Sent => (JsonObject)body.DeepClone();

    /// <summary>For a rule that one request alone has.</summary>
    public void Break(string message) => _broken.Add(message);

    public string Text(string name) => Filled(name, Required(name, Values.Text, Rules.Text)) ?? "";

    public string? OptionalText(string name) => Optional(name, Values.Text, Rules.Text);

    public string Email(string name) => Filled(name, Required(name, Values.Email, Rules.Email)) ?? "";

    public string? OptionalEmail(string name) => Optional(name, Values.Email, Rules.Email);

    /// <summary>Required text of a length, in characters as people count them.</summary>
    public string Text(string name, int shortest, int longest)
    {
        var value = Take(name);
        if (Rules.BrokenLength(value, shortest, longest) is { } rule)
            Break($"{name} {rule}");
        return Filled(name, Values.Text(value)) ?? "";
    }

    public bool? OptionalBoolean(string name) => Optional(name, Values.Boolean, Rules.Boolean);

    /// <summary>Text that says a number counts as one.</summary>
    public double Number(string name) => Filled(name, Required(name, Values.Number, Rules.Number)) ?? 0;

    public double? OptionalNumber(string name) => Optional(name, Values.Number, Rules.Number);

    /// <summary>One of some words, which the message lists.</summary>
    public string OneOf(string name, IReadOnlyCollection<string> words) =>
        Filled(name, Required(name, Values.OneOf(words), Rules.OneOf(words))) ?? "";

    public string? OptionalOneOf(string name, IReadOnlyCollection<string> words) =>
        Optional(name, Values.OneOf(words), Rules.OneOf(words));

    /// <summary>One of some words, where the contract's message has an empty list.</summary>
    public string OneOfUnlisted(string name, IReadOnlyCollection<string> words) =>
        Filled(name, Required(name, Values.OneOf(words), Rules.OneOf([]))) ?? "";

    public string? OptionalOneOfUnlisted(string name, IReadOnlyCollection<string> words) =>
        Optional(name, Values.OneOf(words), Rules.OneOf([]));

    /// <summary>A list of text is required; it may be empty.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        Required(name, Values.List, Rules.List);
        return Filled(name, Required(name, Values.Texts, Rules.Texts)) ?? [];
    }

    /// <param name="mayBeEmpty">Otherwise a list that is sent must hold something.</param>
    public IReadOnlyList<string>? OptionalTexts(string name, bool mayBeEmpty = true)
    {
        Optional(name, Values.List, Rules.List);
        var texts = Optional(name, Values.Texts, Rules.Texts);
        if (!mayBeEmpty && texts is [])
            Break($"{name} {Rules.Filled}");
        return texts;
    }

    public string? OptionalDate(string name) => Optional(name, Values.Date, Rules.Date);

    /// <summary>Two digits, a colon, two digits. It may be absent, not null nor "".</summary>
    public string? OptionalHour(string name) => Has(name) ? Required(name, Values.Hour, Rules.Hour) : null;

    /// <summary>yyyy-MM-dd, a day that there is: searches and the web client's date field need exactly this.</summary>
    public string Day(string name) => Filled(name, Required(name, Values.Day, Rules.Date)) ?? "";

    public string? OptionalDay(string name) => Optional(name, Values.Day, Rules.Date);

    /// <summary>Two digits, a colon, two digits: an hour that a clock shows.</summary>
    public string Hour(string name) => Filled(name, Required(name, Values.ClockHour, Rules.Hour)) ?? "";

    public string? OptionalClockHour(string name) => Optional(name, Values.ClockHour, Rules.Hour);

    /// <summary>A place on earth in GeoJSON, longitude first.</summary>
    public JsonObject? OptionalPoint(string name) => Optional(name, Values.Point, Rules.Point);

    /// <summary>Whatever was sent, but something.</summary>
    public JsonNode? Anything(string name) => Filled(name, Take(name));

    public JsonNode? OptionalAnything(string name) => Take(name);

    /// <exception cref="ApiException">400 with every broken rule, unknown fields first.</exception>
    public void Check(bool refusesUnknown)
    {
        var unknown = refusesUnknown ? body.Select(field => field.Key).Where(name => !_known.Contains(name)) : [];
        string[] messages = [.. unknown.Select(name => $"property {name} should not exist"), .. _broken];
        if (messages.Length > 0)
            throw new ApiException(messages);
    }

    // A copy: a node has one parent, and the reader puts it into a document of its own.
    JsonNode? Take(string name)
    {
        _known.Add(name);
        return body[name]?.DeepClone();
    }

    T? Required<T>(string name, Func<JsonNode?, T?> read, Func<string, string> message)
    {
        var found = read(Take(name));
        if (found is null)
            Break(message(name));
        return found;
    }

    T? Optional<T>(string name, Func<JsonNode?, T?> read, Func<string, string> message) =>
        Take(name) is null ? default : Required(name, read, message);

    T? Filled<T>(string name, T? value)
    {
        if (Values.IsEmpty(body[name]))
            Break($"{name} {Rules.Filled}");
        return value;
    }
}
