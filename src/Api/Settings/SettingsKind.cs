using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Settings;

/// <summary>The two kinds of settings: their collection, and what each switch is until somebody sets it.</summary>
sealed record SettingsKind(Collection Collection, IReadOnlyDictionary<string, bool> Defaults)
{
    public static readonly SettingsKind Volunteer = new(
        Collection.VolunteerSettings,
        new Dictionary<string, bool>
        {
            ["profileVisibility"] = true,
            ["locationSharing"] = false,
            ["activitySharing"] = true,
            ["twoFactor"] = false,
        }
    );

    public static readonly SettingsKind Association = new(
        Collection.AssociationSettings,
        new Dictionary<string, bool>
        {
            ["profileVisibility"] = true,
            ["contactInfoVisibility"] = false,
            ["eventVisibility"] = true,
            ["volunteerListVisibility"] = false,
            ["twoFactor"] = false,
            ["loginNotifications"] = true,
            ["siretVerification"] = true,
            ["autoApproveVolunteers"] = false,
            ["volunteerLimits"] = true,
            ["participantLimits"] = true,
            ["eventApproval"] = true,
        }
    );
}
