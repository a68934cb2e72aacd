using System.Text.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>
/// An announcement as it is shown: links instead of keys. A visitor without an account sees how many people come, and not
/// what they are called.
/// </summary>
static class AnnouncementForm
{
    const string Logo = "associationLogo";
    const string Image = "announcementImage";

    /// <param name="logo">Link to the association's picture, or "".</param>
    /// <param name="image">Link to the cover, or "".</param>
    public static Document Show(Document announcement, string logo, string image, Audience audience) =>
        Document.Stored(DocumentWriting.Write(writer => Write(writer, announcement.Root, logo, image, audience)));

    static void Write(Utf8JsonWriter writer, JsonElement announcement, string logo, string image, Audience audience)
    {
        writer.WriteStartObject();
        foreach (var field in announcement.EnumerateObject())
        {
            if (field.NameEquals(Logo) || field.NameEquals(Image))
                continue;
            if (audience == Audience.Visitors && Announcement.Lists.Contains(field.Name))
                WriteNameless(writer, field);
            else
                field.WriteTo(writer);
        }
        writer.WriteString(Logo, logo);
        writer.WriteString(Image, image);
        writer.WriteEndObject();
    }

    // The ids stay: a card finds out by them whether its reader takes part.
    static void WriteNameless(Utf8JsonWriter writer, JsonProperty list)
    {
        writer.WriteStartArray(list.Name);
        if (list.Value.ValueKind == JsonValueKind.Array)
        {
            foreach (var person in list.Value.EnumerateArray())
                WriteNameless(writer, person);
        }
        writer.WriteEndArray();
    }

    static void WriteNameless(Utf8JsonWriter writer, JsonElement person)
    {
        if (person.ValueKind != JsonValueKind.Object)
            return;
        writer.WriteStartObject();
        foreach (var field in person.EnumerateObject())
        {
            if (field.NameEquals(Announcement.PersonId) || field.NameEquals("isPresent"))
                field.WriteTo(writer);
        }
        writer.WriteString("name", "");
        writer.WriteEndObject();
    }
}
