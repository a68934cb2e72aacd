using System.Text.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>
/// An announcement as it is shown: links instead of keys. A visitor without an account sees how many people come, and not
/// what they are called.
/// </summary>
static class AnnouncementForm
{
    // What the links and what is around them take more than the keys that were there.
    const int MoreBytes = 512;

    static ReadOnlySpan<byte> Logo => "associationLogo"u8;

    static ReadOnlySpan<byte> Image => "announcementImage"u8;

    /// <param name="logo">Link to the association's picture, or "".</param>
    /// <param name="image">Link to the cover, or "".</param>
    public static Document Show(Document announcement, string logo, string image, Audience audience) =>
        Document.Stored(
            DocumentWriting.Write(
                writer => Write(writer, announcement.Json.Span, logo, image, audience),
                announcement.Json.Length + MoreBytes
            )
        );

    static void Write(
        Utf8JsonWriter writer,
        ReadOnlySpan<byte> announcement,
        string logo,
        string image,
        Audience audience
    )
    {
        var fields = new JsonParts(announcement);
        writer.WriteStartObject();
        while (fields.Next())
        {
            if (fields.IsNamed(Logo) || fields.IsNamed(Image))
                continue;
            if (audience == Audience.Visitors && IsListOfPeople(fields))
                WriteNameless(writer, fields);
            else
                fields.WriteTo(writer);
        }
        writer.WriteString(Logo, logo);
        writer.WriteString(Image, image);
        writer.WriteEndObject();
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
