using System.Text.Json.Nodes;
using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>A new event.</summary>
sealed record AnnouncementRequest(
    string Description,
    string DatePublication,
    string DateEvent,
    string HoursEvent,
    string NameEvent,
    IReadOnlyList<string> Tags,
    string AssociationId,
    string AssociationName,
    JsonNode? AddressAnnouncement,
    JsonObject? LocationAnnouncement,
    double MaxParticipants,
    double MaxVolunteers,
    string Status
) : IRequest<AnnouncementRequest>
{
    public static bool RefusesUnknownFields => true;

    public static AnnouncementRequest From(Fields fields) =>
        new(
            fields.Text("description"),
            fields.Day("datePublication"),
            fields.Day("dateEvent"),
            fields.Hour("hoursEvent"),
            fields.Text("nameEvent"),
            fields.Texts("tags"),
            fields.Text("associationId"),
            fields.Text("associationName"),
            fields.Anything("addressAnnouncement"),
            fields.OptionalPoint("locationAnnouncement"),
            fields.Number("maxParticipants"),
            fields.Number("maxVolunteers"),
            fields.OneOf("status", AnnouncementStatus.Words)
        );

    /// <summary>As it is stored: nobody in its lists, and no limit where the association wants none.</summary>
    public Announcement ToAnnouncement(NewId id, OwnerSettings settings) =>
        new(
            Document.Of(
                (DocumentId.Field, id.Text),
                ("description", Description),
                ("datePublication", DatePublication),
                ("dateEvent", DateEvent),
                ("hoursEvent", HoursEvent),
                ("nameEvent", NameEvent),
                ("tags", new JsonArray([.. Tags.Select(tag => (JsonNode?)tag)])),
                ("associationId", AssociationId),
                ("associationName", AssociationName),
                ("associationLogo", ""),
                ("announcementImage", ""),
                ("addressAnnouncement", AddressAnnouncement),
                ("locationAnnouncement", LocationAnnouncement),
                (Side.Participants.List, new JsonArray()),
                (Side.Participants.Counter, 0),
                (Side.Participants.Maximum, Maximum(Side.Participants, MaxParticipants, settings)),
                (Side.Volunteers.List, new JsonArray()),
                (Side.Volunteers.Counter, 0),
                (Side.Volunteers.Maximum, Maximum(Side.Volunteers, MaxVolunteers, settings)),
                (Announcement.Waiting, new JsonArray()),
                ("status", Status)
            )
        );

    static double Maximum(Side side, double wanted, OwnerSettings settings) =>
        settings[side.Limits] ? wanted : Announcement.Unlimited;
}
