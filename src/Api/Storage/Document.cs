using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Json;

namespace Benevoclic.Api.Storage;

/// <summary>
/// One stored document, whole and in wire form: ObjectIds are 24 hex digits, instants are ISO text with three fraction digits.
/// It is written to answers as it is. Immutable.
/// </summary>
/// <remarks>Reading is tolerant: a field of another type than asked for is read as one that is absent.</remarks>
[JsonConverter(typeof(DocumentConverter))]
sealed class Document
{
    public static readonly Document Empty = new("{}"u8.ToArray());

    readonly Lazy<JsonElement> _root;
    readonly Lazy<ReadOnlyMemory<byte>> _json;

    Document(ReadOnlyMemory<byte> json)
    {
        _json = new(json);
        _root = new(() => JsonElement.Parse(json.Span), LazyThreadSafetyMode.PublicationOnly);
    }

    // A part of another document: it has been parsed, and hardly ever goes out alone.
    Document(JsonElement root)
    {
        _root = new(root);
        _json = new(
            () => DocumentWriting.Write(writer => DocumentWriting.WriteValue(writer, root)),
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    /// <summary>UTF-8.</summary>
    public ReadOnlyMemory<byte> Json => _json.Value;

    public JsonElement Root => _root.Value;

    public IEnumerable<string> Names => Root.EnumerateObject().Select(member => member.Name);

    /// <param name="json">One JSON object in UTF-8, trusted: what a store kept or a writer of ours wrote.</param>
    public static Document Stored(ReadOnlyMemory<byte> json) => new(json);

    public static Document Of(params ReadOnlySpan<(string Name, JsonNode? Value)> fields) => Empty.With(fields);

    public static Document From(JsonObject json) =>
        Stored(Encoding.UTF8.GetBytes(json.ToJsonString(DocumentWriting.Options)));

    /// <param name="json">An object; what it belongs to is never disposed.</param>
    public static Document From(JsonElement json) => new(json);

    public bool Has(string name) => Root.TryGetProperty(name, out _);

    public string? Text(string name) =>
        Field(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public bool? Flag(string name) =>
        Field(name) switch
        {
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            _ => null,
        };

    public double? Number(string name) =>
        Field(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    public DateTimeOffset? Instant(string name) =>
        Text(name) is { } text && MillisecondTime.TryParse(text, out var instant) ? instant : null;

    /// <summary>The objects in an array; whatever else is in it is passed over.</summary>
    public IReadOnlyList<Document> List(string name) =>
        [.. Items(name).Where(item => item.ValueKind == JsonValueKind.Object).Select(From)];

    /// <summary>How many elements an array has, of whatever kind.</summary>
    public int Count(string name) => Items(name).Count;

    public Document? Part(string name) => Field(name) is { ValueKind: JsonValueKind.Object } part ? From(part) : null;

    /// <summary>Sets these fields; those that are there keep their place.</summary>
    public Document With(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var changes = new JsonObject();
        foreach (var (name, value) in fields)
            changes[name] = value;
        return With(From(changes));
    }

    public Document With(Document changes) =>
        new(DocumentWriting.Write(writer => DocumentWriting.WriteMerged(writer, Root, changes.Root)));

    /// <summary>Puts an object at the end of the list; a list that is none begins with it.</summary>
    public Document Append(string name, Document item) => With(WithItems(name, [.. Items(name), item.Root]));

    /// <summary>
    /// Keeps the objects of the list that <paramref name="keep"/> wants, and whatever is no object; what is no list stays as it is.
    /// </summary>
    public Document Filter(string name, Func<Document, bool> keep)
    {
        if (Field(name) is not { ValueKind: JsonValueKind.Array } list)
            return this;
        var kept = list.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Object || keep(From(item)));
        return With(WithItems(name, [.. kept]));
    }

    /// <summary>Puts what <paramref name="change"/> makes of each object of the list into its place.</summary>
    public Document Replace(string name, Func<Document, Document> change) =>
        With(
            WithItems(
                name,
                [.. Items(name).Select(item => item.ValueKind == JsonValueKind.Object ? change(From(item)).Root : item)]
            )
        );

    public Document Without(params IReadOnlyCollection<string> names) =>
        new(
            DocumentWriting.Write(writer =>
                DocumentWriting.WriteWhere(writer, Root, field => !names.Contains(field.Name))
            )
        );

    public Document Only(params IReadOnlyCollection<string> names) =>
        new(
            DocumentWriting.Write(writer =>
                DocumentWriting.WriteWhere(writer, Root, field => names.Contains(field.Name))
            )
        );

    /// <summary>A creation is answered without the fields that it stored as null.</summary>
    public Document WithoutNulls() =>
        new(
            DocumentWriting.Write(writer =>
                DocumentWriting.WriteWhere(writer, Root, field => field.Value.ValueKind != JsonValueKind.Null)
            )
        );

    public override string ToString() => Encoding.UTF8.GetString(Json.Span);

    JsonElement? Field(string name) => Root.TryGetProperty(name, out var value) ? value : null;

    IReadOnlyList<JsonElement> Items(string name) =>
        Field(name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    static Document WithItems(string name, IReadOnlyList<JsonElement> items) =>
        new(DocumentWriting.Write(writer => DocumentWriting.WriteItems(writer, name, items)));
}
