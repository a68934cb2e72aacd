using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Benevoclic.Api.Storage;

/// <summary>Writes the JSON of documents: compact, accents as they are.</summary>
static class DocumentWriting
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <param name="expected">Bytes, about: room that need not be made while it is written.</param>
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write, int expected = 256)
    {
        var buffer = new ArrayBufferWriter<byte>(expected);
        using var writer = new Utf8JsonWriter(buffer, Writing);
        write(writer);
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static void WriteValue(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);

    public static void WriteMerged(Utf8JsonWriter writer, JsonElement document, JsonElement changes)
    {
        writer.WriteStartObject();
        foreach (var field in document.EnumerateObject())
        {
            writer.WritePropertyName(field.Name);
            (changes.TryGetProperty(field.Name, out var changed) ? changed : field.Value).WriteTo(writer);
        }
        foreach (var field in changes.EnumerateObject().Where(field => !document.TryGetProperty(field.Name, out _)))
            field.WriteTo(writer);
        writer.WriteEndObject();
    }

    public static void WriteItems(Utf8JsonWriter writer, string name, IEnumerable<JsonElement> items)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(name);
        foreach (var item in items)
            item.WriteTo(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteList(Utf8JsonWriter writer, IEnumerable<Document> documents)
    {
        writer.WriteStartArray();
        foreach (var document in documents)
            writer.WriteRawValue(document.Json.Span, skipInputValidation: true);
        writer.WriteEndArray();
    }

    public static void WriteWhere(Utf8JsonWriter writer, JsonElement document, Func<JsonProperty, bool> keep)
    {
        writer.WriteStartObject();
        foreach (var field in document.EnumerateObject().Where(keep))
            field.WriteTo(writer);
        writer.WriteEndObject();
    }
}
