using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>
/// JSON, taken strictly: what two readers could understand differently (a key twice, broken UTF-8, half a character)
/// is refused here, so that nothing behind has to think of it.
/// </summary>
static class JsonBody
{
    public const string MediaType = "application/json";

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>A list at the top is allowed and has no fields; anything else but an object is not.</summary>
    public static JsonObject Parse(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        if (!Utf8.IsValid(bytes.Span))
            throw Bad("The body is not valid UTF-8");
        try
        {
            return Read(bytes);
        }
        catch (InvalidOperationException)
        {
            throw Bad("The body has half a character: \\ud800 to \\udfff come in pairs");
        }
        catch (JsonException error)
        {
            throw new BadHttpRequestException("The body is not valid JSON", StatusCodes.Status400BadRequest, error);
        }
    }

    static JsonObject Read(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes, Strict);
        var root = document.RootElement;
        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            throw Bad("The body must be a JSON object or array");
        CheckAll(root);

        // A copy: the document's own memory ends here.
        return root.ValueKind == JsonValueKind.Object ? JsonObject.Create(root.Clone())! : [];
    }

    static void CheckAll(JsonElement element)
    {
        // Otherwise half a character in a text shows only where somebody reads it.
        if (element.ValueKind == JsonValueKind.String)
            element.GetString();
        if (element.ValueKind == JsonValueKind.Array)
            element.EnumerateArray().ToList().ForEach(CheckAll);
        if (element.ValueKind == JsonValueKind.Object)
            element.EnumerateObject().ToList().ForEach(CheckField);
    }

    static void CheckField(JsonProperty field)
    {
        if (!FieldName.IsOne(field.Name))
            throw Bad(FieldName.Refused);
        CheckAll(field.Value);
    }

    static BadHttpRequestException Bad(string message) => new(message, StatusCodes.Status400BadRequest);
}
