using Benevoclic.Api.Announcements;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Files;

namespace Benevoclic.Api.Associations;

/// <summary>Removes an association with its announcements. What is gone already counts as done, so it can be repeated.</summary>
sealed class AssociationRemoval(
    IAssociations associations,
    IAnnouncements announcements,
    IFavorites favorites,
    IFiles files
)
{
    /// <summary>False when there was no profile; its announcements are gone all the same.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken ct)
    {
        var removed = await announcements.ListOfAssociationAsync(id, ct);
        await favorites.RemoveOfAnnouncementsAsync([.. removed.Select(announcement => announcement.Id)], ct);
        foreach (var image in removed.Select(announcement => announcement.ImageKey).OfType<string>())
            await files.RemoveAsync(image, ct);
        await announcements.RemoveOfAssociationAsync(id, ct);
        // Last: as long as it is there, somebody can ask again.
        return await associations.RemoveAsync(id, ct);
    }
}
