using System.Text.Json.Serialization;

namespace Benevoclic.Api.Settings;

/// <summary>A volunteer's switches.</summary>
/// <param name="UserId">The account's uid.</param>
sealed record VolunteerSettingsShape(
    [property: JsonPropertyName("_id")] string Id,
    string UserId,
    bool ProfileVisibility,
    bool LocationSharing,
    bool ActivitySharing,
    bool TwoFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <summary>An association's switches.</summary>
/// <param name="AssociationId">The account's uid.</param>
/// <param name="AutoApproveVolunteers">Who asks to help is accepted at once.</param>
/// <param name="VolunteerLimits">Announcements have a limit of volunteers.</param>
/// <param name="ParticipantLimits">Announcements have a limit of participants.</param>
sealed record AssociationSettingsShape(
    [property: JsonPropertyName("_id")] string Id,
    string AssociationId,
    bool ProfileVisibility,
    bool ContactInfoVisibility,
    bool EventVisibility,
    bool VolunteerListVisibility,
    bool TwoFactor,
    bool LoginNotifications,
    bool SiretVerification,
    bool AutoApproveVolunteers,
    bool VolunteerLimits,
    bool ParticipantLimits,
    bool EventApproval,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
