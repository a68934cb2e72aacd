using Benevoclic.Api.Announcements;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Favorites;

/// <summary>The announcements that a volunteer marked, with their pictures. One that is gone is passed over.</summary>
sealed class FavoriteAnnouncements(IFavorites favorites, IAnnouncements announcements, AnnouncementPictures pictures)
{
    /// <returns>In the order in which they were marked.</returns>
    public async Task<IReadOnlyList<Document>> ShowAsync(
        string volunteerId,
        Func<Announcement, bool> wanted,
        CancellationToken ct
    )
    {
        var marked = await favorites.ListOfVolunteerAsync(volunteerId, ct);
        var ids = marked.Select(favorite => favorite.AnnouncementId).Distinct().ToList();
        var found = (await announcements.FindAllAsync(ids, ct)).ToDictionary(announcement => announcement.Id);
        var shown = ids.Where(found.ContainsKey).Select(id => found[id]).Where(wanted).ToList();
        return await pictures.ShowAsync(shown, Audience.Members, ct);
    }
}
