using Benevoclic.Api.Favorites;
using Benevoclic.Api.Files;

namespace Benevoclic.Api.Announcements;

/// <summary>Removes announcements with their covers and whatever points to them. It can be repeated after a failure.</summary>
sealed class AnnouncementRemoval(IAnnouncements announcements, IFavorites favorites, IFiles files)
{
    public async Task RemoveAsync(Announcement announcement, CancellationToken ct)
    {
        await RemoveTracesAsync([announcement], ct);
        // Last: as long as it is there, somebody can ask again.
        await announcements.RemoveAsync(announcement.Id, ct);
    }

    public async Task RemoveOfAssociationAsync(string associationId, CancellationToken ct)
    {
        await RemoveTracesAsync(await announcements.ListOfAssociationAsync(associationId, ct), ct);
        await announcements.RemoveOfAssociationAsync(associationId, ct);
    }

    async Task RemoveTracesAsync(IReadOnlyList<Announcement> removed, CancellationToken ct)
    {
        await favorites.RemoveOfAnnouncementsAsync([.. removed.Select(announcement => announcement.Id)], ct);
        foreach (var key in removed.Select(announcement => announcement.ImageKey).OfType<string>())
            await files.RemoveAsync(key, ct);
    }
}
