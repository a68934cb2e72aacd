using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>Some fields of an event. What is not sent stays; what is sent as null is stored as null.</summary>
sealed record AnnouncementEdit(
    string? Description,
    string? DatePublication,
    string? DateEvent,
    string? HoursEvent,
    string? NameEvent,
    IReadOnlyList<string>? Tags,
    string? AssociationId,
    string? AssociationName,
    JsonNode? AddressAnnouncement,
    JsonObject? LocationAnnouncement,
    double? MaxParticipants,
    double? MaxVolunteers,
    string? Status
) : IRequest<AnnouncementEdit>
{
    public static bool RefusesUnknownFields => true;

    /// <summary>Only what was sent.</summary>
    [JsonIgnore]
    public Document Sent { get; private init; } = Document.Empty;

    Document Whole =>
        Document.Of(
            ("description", Description),
            ("datePublication", DatePublication),
            ("dateEvent", DateEvent),
            ("hoursEvent", HoursEvent),
            ("nameEvent", NameEvent),
            ("tags", Tags is null ? null : new JsonArray([.. Tags.Select(tag => (JsonNode?)tag)])),
            ("associationId", AssociationId),
            ("associationName", AssociationName),
            ("addressAnnouncement", AddressAnnouncement?.DeepClone()),
            ("locationAnnouncement", LocationAnnouncement?.DeepClone()),
            ("maxParticipants", MaxParticipants),
            ("maxVolunteers", MaxVolunteers),
            ("status", Status)
        );

    public static AnnouncementEdit From(Fields fields)
    {
        var edit = new AnnouncementEdit(
            fields.OptionalText("description"),
            fields.OptionalDay("datePublication"),
            fields.OptionalDay("dateEvent"),
            fields.OptionalClockHour("hoursEvent"),
            fields.OptionalText("nameEvent"),
            fields.OptionalTexts("tags"),
            fields.OptionalText("associationId"),
            fields.OptionalText("associationName"),
            fields.OptionalAnything("addressAnnouncement"),
            fields.OptionalPoint("locationAnnouncement"),
            fields.OptionalNumber("maxParticipants"),
            fields.OptionalNumber("maxVolunteers"),
            fields.OptionalOneOf("status", AnnouncementStatus.Words)
        );
        return edit with { Sent = edit.Whole.Only([.. edit.Whole.Names.Where(fields.Has)]) };
    }
}
