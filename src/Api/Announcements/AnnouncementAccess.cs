using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Announcements;

/// <summary>The first line of a handler that is about one announcement.</summary>
static class AnnouncementAccess
{
    public static ApiException Missing() => ApiException.NotFound("Annonce non trouvée");

    /// <exception cref="ApiException">404</exception>
    public static async Task<Announcement> GetAsync(
        this IAnnouncements announcements,
        string id,
        CancellationToken ct
    ) => await announcements.FindAsync(id, ct) ?? throw Missing();

    /// <summary>For what only the association that gives it, or an administrator, may do.</summary>
    /// <exception cref="ApiException">404, 403</exception>
    public static async Task<Announcement> GetOwnAsync(
        this IAnnouncements announcements,
        string id,
        Caller caller,
        CancellationToken ct
    )
    {
        var found = await announcements.GetAsync(id, ct);
        caller.RequireMayActFor(found.AssociationId);
        return found;
    }
}
