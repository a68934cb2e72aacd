using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Favorites;

/// <summary>A volunteer's mark on an announcement.</summary>
sealed record Favorite(Document Document)
{
    public string VolunteerId => Document.Text("volunteerId") ?? "";

    public string AnnouncementId => Document.Text("announcementId") ?? "";

    public static Favorite Of(string volunteerId, string announcementId) =>
        new(Document.Of(("volunteerId", volunteerId), ("announcementId", announcementId)));

    public Favorite Under(NewId id) => new(Document.With((DocumentId.Field, id.Text)));
}
