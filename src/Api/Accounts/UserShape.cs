using System.Text.Json.Serialization;
using Benevoclic.Api.Hosting.Answers;

namespace Benevoclic.Api.Accounts;

/// <summary>An account, as the store knows it.</summary>
/// <param name="Id">24 hex digits.</param>
/// <param name="UserId">The account's uid.</param>
/// <param name="Role">ADMIN, ASSOCIATION or VOLUNTEER.</param>
/// <param name="IsCompleted">The profile has been filled in.</param>
/// <param name="AvatarFileKey">
/// Of one account that is read: an address of the picture, for 15 minutes. In lists and after changes: the key of the file. "" without one.
/// </param>
/// <param name="LastConnection">RFC 1123 after a sign-in, ISO 8601 after other changes; null for an account that never signed in.</param>
/// <param name="CreatedAt">RFC 1123.</param>
sealed record UserShape(
    [property: JsonPropertyName("_id")] string Id,
    string UserId,
    string Email,
    string Role,
    bool IsOnline,
    bool Disabled,
    bool IsVerified,
    bool IsCompleted,
    AddressShape? Location,
    string AvatarFileKey,
    string? PhoneNumber,
    string? LastConnection,
    string CreatedAt,
    DateTimeOffset? UpdatedAt
);
