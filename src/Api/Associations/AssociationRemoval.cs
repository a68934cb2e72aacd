using Benevoclic.Api.Announcements;
using Benevoclic.Api.Settings;

namespace Benevoclic.Api.Associations;

/// <summary>Removes an association with its announcements and settings. What is gone already counts as done, so it can be repeated.</summary>
sealed class AssociationRemoval(IAssociations associations, AnnouncementRemoval announcements, ISettings settings)
{
    /// <summary>False when there was no profile; its announcements are gone all the same.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken ct)
    {
        await announcements.RemoveOfAssociationAsync(id, ct);
        await settings.RemoveAsync(SettingsKind.Association, id, ct);
        // Last: as long as it is there, somebody can ask again.
        return await associations.RemoveAsync(id, ct);
    }
}
