using System.Globalization;
using System.Text.Json;
using Benevoclic.Api.Hosting.Json;
using MongoDB.Bson;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>BSON to wire form and back, each type as the old API's driver and JSON.stringify made it.</summary>
static class Bson
{
    // Beyond it a double does not hold every whole number, and JavaScript knows only doubles.
    const double LargestWhole = 9007199254740991;

    public static Document ToWire(BsonDocument document) =>
        Document.Stored(DocumentWriting.Write(writer => Write(writer, document)));

    /// <summary>Ids and the collection's instants become ObjectId and Date; a text that is none stays a text.</summary>
    public static BsonDocument FromWire(Document document, Collection collection)
    {
        var bson = new BsonDocument();
        foreach (var field in document.Root.EnumerateObject())
            bson[field.Name] = FromField(field.Name, field.Value, collection);
        return bson;
    }

    public static BsonValue FromText(string field, string text) =>
        field == DocumentId.Field && DocumentId.IsValid(text) ? ObjectId.Parse(text) : text;

    static BsonValue FromField(string name, JsonElement value, Collection collection)
    {
        if (value.ValueKind != JsonValueKind.String)
            return FromValue(value);
        var text = value.GetString()!;
        return collection.Instants.Contains(name) && MillisecondTime.TryParse(text, out var instant)
            ? new BsonDateTime(instant.UtcDateTime)
            : FromText(name, text);
    }

    static BsonValue FromValue(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => new BsonDocument(
                value.EnumerateObject().Select(field => new BsonElement(field.Name, FromValue(field.Value)))
            ),
            JsonValueKind.Array => new BsonArray(value.EnumerateArray().Select(FromValue)),
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => FromNumber(value),
            JsonValueKind.True => BsonBoolean.True,
            JsonValueKind.False => BsonBoolean.False,
            _ => BsonNull.Value,
        };

    static BsonValue FromNumber(JsonElement number)
    {
        var value = number.GetDouble();
        return value is >= int.MinValue and <= int.MaxValue && value == Math.Truncate(value)
            ? new BsonInt32((int)value)
            : new BsonDouble(value);
    }

    static void Write(Utf8JsonWriter writer, BsonDocument document)
    {
        writer.WriteStartObject();
        foreach (var element in document)
        {
            if (element.Value.BsonType == BsonType.Undefined)
                continue;
            writer.WritePropertyName(element.Name);
            Write(writer, element.Value);
        }
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, BsonValue value)
    {
        switch (value)
        {
            case BsonDocument document:
                Write(writer, document);
                break;
            case BsonArray array:
                writer.WriteStartArray();
                foreach (var item in array)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case BsonDouble number:
                WriteDouble(writer, number.Value);
                break;
            case BsonInt32 number:
                writer.WriteNumberValue(number.Value);
                break;
            case BsonInt64 number:
                writer.WriteNumberValue(number.Value);
                break;
            case BsonBoolean flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case BsonNull or BsonUndefined:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteStringValue(Text(value));
                break;
        }
    }

    static string Text(BsonValue value) =>
        value switch
        {
            BsonDateTime instant => MillisecondTime.Text(
                DateTimeOffset.FromUnixTimeMilliseconds(instant.MillisecondsSinceEpoch)
            ),
            BsonBinaryData binary => Convert.ToBase64String(binary.Bytes),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    // 5.0 is 5 on the wire, -0 is 0, and what JSON does not know is null: as JSON.stringify has it.
    static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
            writer.WriteNullValue();
        else if (number == Math.Truncate(number) && Math.Abs(number) <= LargestWhole)
            writer.WriteNumberValue((long)number);
        else
            writer.WriteNumberValue(number);
    }
}
