using System.Text.Json.Serialization;

namespace Benevoclic.Api.Accounts;

/// <summary>An account, as identity knows it.</summary>
sealed record AccountShape(
    string Uid,
    string Email,
    bool EmailVerified,
    string? DisplayName,
    [property: JsonPropertyName("photoURL")] string? PhotoUrl,
    string? PhoneNumber,
    bool Disabled,
    AccountTimesShape Metadata,
    AccountClaimsShape CustomClaims,
    AccountProviderShape[] ProviderData
);

/// <summary>RFC 1123.</summary>
sealed record AccountTimesShape(string? LastSignInTime, string CreationTime);

sealed record AccountClaimsShape(string? Role);

/// <param name="ProviderId">password or google.com.</param>
sealed record AccountProviderShape(
    string Uid,
    string? DisplayName,
    string? Email,
    [property: JsonPropertyName("photoURL")] string? PhotoUrl,
    string ProviderId,
    string? PhoneNumber
);
