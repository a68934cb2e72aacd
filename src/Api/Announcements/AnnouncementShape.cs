using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Answers;

namespace Benevoclic.Api.Announcements;

/// <summary>An event of an association.</summary>
/// <param name="Id">24 hex digits.</param>
/// <param name="DatePublication">yyyy-MM-dd.</param>
/// <param name="DateEvent">yyyy-MM-dd.</param>
/// <param name="HoursEvent">HH:mm.</param>
/// <param name="AssociationLogo">Address of the picture for 15 minutes, or "".</param>
/// <param name="AnnouncementImage">The same for the cover; after changes its file's key.</param>
/// <param name="MaxParticipants">-1 for no limit.</param>
/// <param name="MaxVolunteers">-1 for no limit.</param>
/// <param name="Status">ACTIVE, INACTIVE or COMPLETED.</param>
/// <param name="IsFavorite">Only in the list of a volunteer's favorites, and true there.</param>
sealed record AnnouncementShape(
    [property: JsonPropertyName("_id")] string Id,
    string AssociationId,
    string AssociationName,
    string NameEvent,
    string Description,
    string DatePublication,
    string DateEvent,
    string HoursEvent,
    string[] Tags,
    string AssociationLogo,
    string AnnouncementImage,
    AddressShape AddressAnnouncement,
    PointShape? LocationAnnouncement,
    AttendeeShape[] Participants,
    AttendeeShape[] Volunteers,
    WaitingShape[] VolunteersWaiting,
    int NbParticipants,
    int NbVolunteers,
    int MaxParticipants,
    int MaxVolunteers,
    string? Status,
    bool? IsHidden,
    bool? IsFavorite,
    DateTimeOffset? UpdatedAt
);

/// <summary>Somebody who comes, or helps.</summary>
/// <param name="Id">The account's uid.</param>
/// <param name="DateAdded">yyyy-MM-dd in Paris.</param>
sealed record AttendeeShape(string Id, string Name, bool? IsPresent, string? DateAdded);

/// <summary>Somebody who would like to help.</summary>
sealed record WaitingShape(string Id, string Name);

/// <summary>One page of a search.</summary>
sealed record SearchShape(AnnouncementShape[] Annonces, SearchPageShape Meta);

/// <param name="Pages">Absent when the page that was asked for is none.</param>
sealed record SearchPageShape(int Page, int Limit, long Total, long? Pages);
