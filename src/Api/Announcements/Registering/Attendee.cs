using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements.Registering;

/// <summary>A person as the lists of an announcement keep him.</summary>
static class Attendee
{
    /// <param name="today">yyyy-MM-dd in Paris.</param>
    public static Document Since(string id, string? name, string today) =>
        Document.Of((Announcement.PersonId, id), ("name", name), ("isPresent", false), ("dateAdded", today));
}
