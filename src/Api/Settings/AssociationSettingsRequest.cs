using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Settings;

/// <summary>Some of the switches; a switch that is absent or null stays as it is.</summary>
sealed record AssociationSettingsRequest(
    bool? ProfileVisibility,
    bool? ContactInfoVisibility,
    bool? EventVisibility,
    bool? VolunteerListVisibility,
    bool? TwoFactor,
    bool? LoginNotifications,
    bool? SiretVerification,
    bool? AutoApproveVolunteers,
    bool? VolunteerLimits,
    bool? ParticipantLimits,
    bool? EventApproval
) : IRequest<AssociationSettingsRequest>
{
    public static bool RefusesUnknownFields => true;

    [JsonIgnore]
    public Document Sent =>
        Document
            .Of(
                ("profileVisibility", ProfileVisibility),
                ("contactInfoVisibility", ContactInfoVisibility),
                ("eventVisibility", EventVisibility),
                ("volunteerListVisibility", VolunteerListVisibility),
                ("twoFactor", TwoFactor),
                ("loginNotifications", LoginNotifications),
                ("siretVerification", SiretVerification),
                ("autoApproveVolunteers", AutoApproveVolunteers),
                ("volunteerLimits", VolunteerLimits),
                ("participantLimits", ParticipantLimits),
                ("eventApproval", EventApproval)
            )
            .WithoutNulls();

    public static AssociationSettingsRequest From(Fields fields) =>
        new(
            fields.OptionalBoolean("profileVisibility"),
            fields.OptionalBoolean("contactInfoVisibility"),
            fields.OptionalBoolean("eventVisibility"),
            fields.OptionalBoolean("volunteerListVisibility"),
            fields.OptionalBoolean("twoFactor"),
            fields.OptionalBoolean("loginNotifications"),
            fields.OptionalBoolean("siretVerification"),
            fields.OptionalBoolean("autoApproveVolunteers"),
            fields.OptionalBoolean("volunteerLimits"),
            fields.OptionalBoolean("participantLimits"),
            fields.OptionalBoolean("eventApproval")
        );
}
