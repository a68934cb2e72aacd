using Benevoclic.Api.Associations;
using Benevoclic.Api.Files;
using Benevoclic.Api.Identity;
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
    VolunteerRemoval volunteers,
    AssociationRemoval associations
)
{
    public async Task RemoveAsync(User user, CancellationToken ct)
    {
        // Both, whatever the role is now: an administrator may have changed it, and what was left behind has the same id.
        await volunteers.RemoveAsync(user.Id, ct);
        await associations.RemoveAsync(user.Id, ct);
        await identity.DeleteAsync(user.Id, ct);
        if (user.AvatarFileKey is { } key)
            await files.RemoveAsync(key, ct);
        await users.RemoveAsync(user.Id, ct);
    }
}
