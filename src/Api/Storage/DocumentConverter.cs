using System.Text.Json;
using System.Text.Json.Serialization;

namespace Benevoclic.Api.Storage;

/// <summary>Copies a document's bytes into the answer: nothing is parsed on the way out.</summary>
sealed class DocumentConverter : JsonConverter<Document>
{
    public override Document Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Document.From(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, Document value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
}
