using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Serializers;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>Reads what the database sends straight into wire form; a tree of it would be built to be thrown away.</summary>
sealed class WireSerializer : SerializerBase<Document>
{
    public static readonly WireSerializer Instance = new();

    // What people write about an event.
    const int UsualBytes = 2048;

    public override Document Deserialize(BsonDeserializationContext context, BsonDeserializationArgs args) =>
        Document.Stored(DocumentWriting.Write(writer => WriteObject(writer, context), UsualBytes));

    static void WriteObject(Utf8JsonWriter writer, BsonDeserializationContext context)
    {
        var reader = context.Reader;
        reader.ReadStartDocument();
        writer.WriteStartObject();
        while (reader.ReadBsonType() != BsonType.EndOfDocument)
        {
            var name = reader.ReadName(Utf8NameDecoder.Instance);
            if (reader.CurrentBsonType == BsonType.Undefined)
            {
                reader.ReadUndefined();
                continue;
            }
            writer.WritePropertyName(name);
            WriteValue(writer, context);
        }
        writer.WriteEndObject();
        reader.ReadEndDocument();
    }

    static void WriteList(Utf8JsonWriter writer, BsonDeserializationContext context)
    {
        context.Reader.ReadStartArray();
        writer.WriteStartArray();
        while (context.Reader.ReadBsonType() != BsonType.EndOfDocument)
            WriteValue(writer, context);
        writer.WriteEndArray();
        context.Reader.ReadEndArray();
    }

    static void WriteValue(Utf8JsonWriter writer, BsonDeserializationContext context)
    {
        switch (context.Reader.CurrentBsonType)
        {
            case BsonType.Document:
                WriteObject(writer, context);
                break;
            case BsonType.Array:
                WriteList(writer, context);
                break;
            case BsonType.String:
                writer.WriteStringValue(context.Reader.ReadString());
                break;
            default:
                Bson.Write(writer, BsonValueSerializer.Instance.Deserialize(context));
                break;
        }
    }
}
