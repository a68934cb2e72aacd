using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Bodies;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Settings;

/// <summary>Some of the switches; a switch that is absent or null stays as it is.</summary>
sealed record VolunteerSettingsRequest(
    bool? ProfileVisibility,
    bool? LocationSharing,
    bool? ActivitySharing,
    bool? TwoFactor
) : IRequest<VolunteerSettingsRequest>
{
    public static bool RefusesUnknownFields => true;

    [JsonIgnore]
    public Document Sent =>
        Document
            .Of(
                ("profileVisibility", ProfileVisibility),
                ("locationSharing", LocationSharing),
                ("activitySharing", ActivitySharing),
                ("twoFactor", TwoFactor)
            )
            .WithoutNulls();

    public static VolunteerSettingsRequest From(Fields fields) =>
        new(
            fields.OptionalBoolean("profileVisibility"),
            fields.OptionalBoolean("locationSharing"),
            fields.OptionalBoolean("activitySharing"),
            fields.OptionalBoolean("twoFactor")
        );
}
