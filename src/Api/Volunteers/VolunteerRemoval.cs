using Benevoclic.Api.Announcements;
using Benevoclic.Api.Associations;
using Benevoclic.Api.Favorites;
using Benevoclic.Api.Settings;

namespace Benevoclic.Api.Volunteers;

/// <summary>Removes a volunteer with every trace. What is gone already counts as done, so it can be repeated after a failure.</summary>
sealed class VolunteerRemoval(
    IVolunteers volunteers,
    IAssociations associations,
    IAnnouncements announcements,
    IFavorites favorites,
    ISettings settings
)
{
    /// <summary>False when there was no profile; the traces are gone all the same.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken ct)
    {
        await favorites.RemoveOfVolunteerAsync(id, ct);
        await announcements.ForgetPersonAsync(id, ct);
        await associations.ForgetVolunteerAsync(id, ct);
        await settings.RemoveAsync(SettingsKind.Volunteer, id, ct);
        // Last: as long as it is there, somebody can ask again.
        return await volunteers.RemoveAsync(id, ct);
    }
}
