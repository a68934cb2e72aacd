using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Benevoclic.Api.Hosting.Requests;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>
/// A form as Express' "extended" parser reads it: `a[b]=1` is an object, `a[]=1` and `a=1&amp;a=2` are lists, every value
/// is text.
/// </summary>
static class FormBody
{
    public const string MediaType = "application/x-www-form-urlencoded";
    const int MaxFields = 1000;
    const int MaxDepth = 32;
    const string NotUtf8 = "The form is not valid UTF-8, or has a % without two hex digits";

    public static JsonObject Parse(ReadOnlyMemory<byte> bytes)
    {
        if (!Utf8.IsValid(bytes.Span))
            throw Bad(NotUtf8);
        var root = new FormNode();
        var pairs = Encoding.UTF8.GetString(bytes.Span).Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (pairs.Length > MaxFields)
            throw new BadHttpRequestException("too many fields", StatusCodes.Status413PayloadTooLarge);
        foreach (var pair in pairs)
        {
            var (key, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
            root.Add(Path(Decode(key)), Decode(value));
        }
        return root.ToObject();
    }

    static string Decode(string text)
    {
        var spaced = text.Replace('+', ' ');
        return PercentEncoding.Decodes(spaced) ? Uri.UnescapeDataString(spaced) : throw Bad(NotUtf8);
    }

    // "a[b][]" is a, b, "".
    static string[] Path(string key)
    {
        if (!FieldName.IsOne(key))
            throw Bad(FieldName.Refused);
        var open = key.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !key.EndsWith(']'))
            return [key];
        string[] path = [key[..open], .. key[(open + 1)..^1].Split("][")];
        return path.Length <= MaxDepth ? path : throw Bad("The form is nested too deeply");
    }

    static BadHttpRequestException Bad(string message) => new(message, StatusCodes.Status400BadRequest);

    /// <summary>The values given under one key, and what is below it.</summary>
    sealed class FormNode
    {
        readonly List<string> _values = [];
        readonly Dictionary<string, FormNode> _children = new(StringComparer.Ordinal);

        public void Add(ReadOnlySpan<string> path, string value)
        {
            if (path is [])
            {
                _values.Add(value);
                return;
            }
            if (!_children.TryGetValue(path[0], out var child))
                _children[path[0]] = child = new FormNode();
            child.Add(path[1..], value);
        }

        public JsonObject ToObject() =>
            new(_children.Select(child => KeyValuePair.Create(child.Key, child.Value.ToNode())));

        JsonNode? ToNode() =>
            _children.Count == 0 && _values is [var single] ? single
            : _children.Keys.All(IsPlace) ? new JsonArray([.. Items()])
            : ToObject();

        IEnumerable<JsonNode?> Items() =>
            _values
                .Select(value => (JsonNode?)value)
                .Concat(_children.OrderBy(child => Place(child.Key)).SelectMany(child => child.Value.Elements()));

        // Under "a[]" each value is an element of its own.
        IEnumerable<JsonNode?> Elements() =>
            _children.Count == 0 ? _values.Select(value => (JsonNode?)value) : [ToNode()];

        static bool IsPlace(string key) => Place(key) >= 0;

        static int Place(string key) =>
            key.Length == 0 ? int.MaxValue
            : int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
            : -1;
    }
}
