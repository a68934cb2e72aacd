using Benevoclic.Api.Associations;
using Benevoclic.Api.Files;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Volunteers;

namespace Benevoclic.Api.Accounts;

/// <summary>
/// Removes an account with everything that belongs to it. What is gone already counts as done, and the document that names the
/// rest goes last: a removal that was cut off is finished by asking again.
/// </summary>
sealed class AccountRemoval(
    IUsers users,
    IIdentity identity,
    IFiles files,
    ISettings settings,
    VolunteerRemoval volunteers,
    AssociationRemoval associations
)
{
    public async Task RemoveAsync(User user, CancellationToken ct)
    {
        await RemoveProfileAsync(user, ct);
        await identity.DeleteAsync(user.Id, ct);
        if (user.AvatarFileKey is { } key)
            await files.RemoveAsync(key, ct);
        await users.RemoveAsync(user.Id, ct);
    }

    async Task RemoveProfileAsync(User user, CancellationToken ct)
    {
        switch (user.Role)
        {
            case Role.Volunteer:
                await volunteers.RemoveAsync(user.Id, ct);
                await settings.RemoveAsync(SettingsKind.Volunteer, user.Id, ct);
                break;
            case Role.Association:
                await associations.RemoveAsync(user.Id, ct);
                await settings.RemoveAsync(SettingsKind.Association, user.Id, ct);
                break;
        }
    }
}
