using System.Text.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>
/// An announcement as it is shown, but for the links to its pictures, which are other ones each time. A visitor without an account
/// sees how many people come, and not what they are called.
/// </summary>
sealed class AnnouncementForm
{
    readonly ReadOnlyMemory<byte> _fields;

    AnnouncementForm(Document announcement, Audience audience) =>
        _fields = DocumentWriting.Write(
            writer => Write(writer, announcement.Json.Span, audience),
            announcement.Json.Length
        );

    public string AssociationId { get; private set; } = "";

    /// <summary>Key of the cover's file; null when there is none.</summary>
    public string? ImageKey { get; private set; }

    static ReadOnlySpan<byte> Logo => "associationLogo"u8;

    static ReadOnlySpan<byte> Image => "announcementImage"u8;

    public static AnnouncementForm Of(Document announcement, Audience audience) => new(announcement, audience);

    /// <param name="logo">Link to the association's picture, or "".</param>
    /// <param name="image">Link to the cover, or "".</param>
    public Document Show(string logo, string image)
    {
        ReadOnlySpan<byte> separator = _fields.Length > 1 ? ","u8 : ""u8;
        return Document.Stored(
            (byte[])
                [
                    .. _fields.Span,
                    .. separator,
                    .. "\""u8,
                    .. Logo,
                    .. "\":\""u8,
                    .. Text(logo),
                    .. "\",\""u8,
                    .. Image,
                    .. "\":\""u8,
                    .. Text(image),
                    .. "\"}"u8,
                ]
        );
    }

    static ReadOnlySpan<byte> Text(string link) =>
        JsonEncodedText.Encode(link, DocumentWriting.Options.Encoder).EncodedUtf8Bytes;

    // An object without its end.
    void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> announcement, Audience audience)
    {
        var fields = new JsonParts(announcement);
        writer.WriteStartObject();
        while (fields.Next())
        {
            if (fields.IsNamed(Image))
                ImageKey = fields.Text is { Length: > 0 } key ? key : null;
            else if (audience == Audience.Visitors && IsListOfPeople(fields))
                WriteNameless(writer, fields);
            else if (!fields.IsNamed(Logo))
                fields.WriteTo(writer);
            if (fields.IsNamed("associationId"u8))
                AssociationId = fields.Text ?? "";
        }
    }

    static bool IsListOfPeople(JsonParts field) =>
        field.IsNamed("participants"u8) || field.IsNamed("volunteers"u8) || field.IsNamed("volunteersWaiting"u8);

    // The ids stay: a card finds out by them whether its reader takes part.
    static void WriteNameless(Utf8JsonWriter writer, JsonParts list)
    {
        writer.WriteStartArray(list.Name);
        if (list.IsList)
        {
            var people = new JsonParts(list.Value);
            while (people.Next())
                WriteNamelessPerson(writer, people);
        }
        writer.WriteEndArray();
    }

    static void WriteNamelessPerson(Utf8JsonWriter writer, JsonParts person)
    {
        if (!person.IsObject)
            return;
        var fields = new JsonParts(person.Value);
        writer.WriteStartObject();
        while (fields.Next())
        {
            if (fields.IsNamed("id"u8) || fields.IsNamed("isPresent"u8))
                fields.WriteTo(writer);
        }
        writer.WriteString("name"u8, "");
        writer.WriteEndObject();
    }
}
