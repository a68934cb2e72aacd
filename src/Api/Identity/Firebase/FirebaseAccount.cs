using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Reads what Google's API says about accounts.</summary>
static class FirebaseAccount
{
    public static IReadOnlyList<Account> ReadAll(FirebaseAnswer answer) => Objects(answer.Body["users"], Read);

    static Account Read(JsonObject user) =>
        new(Text(user, "localId") ?? "", Text(user, "email") ?? "", RoleIn(Text(user, "customAttributes")))
        {
            EmailVerified = user["emailVerified"]?.GetValueKind() == JsonValueKind.True,
            Disabled = user["disabled"]?.GetValueKind() == JsonValueKind.True,
            CreatedAt = Instant(user, "createdAt") ?? default,
            LastSignInAt = Instant(user, "lastLoginAt"),
            DisplayName = Text(user, "displayName"),
            PhotoUrl = Text(user, "photoUrl"),
            PhoneNumber = Text(user, "phoneNumber"),
            Providers = Objects(user["providerUserInfo"], ReadProvider),
        };

    static Provider ReadProvider(JsonObject provider) =>
        new(Text(provider, "providerId") ?? "", Text(provider, "rawId") ?? "")
        {
            Email = Text(provider, "email"),
            DisplayName = Text(provider, "displayName"),
            PhotoUrl = Text(provider, "photoUrl"),
            PhoneNumber = Text(provider, "phoneNumber"),
        };

    static IReadOnlyList<T> Objects<T>(JsonNode? list, Func<JsonObject, T> read) =>
        list is JsonArray items ? [.. items.OfType<JsonObject>().Select(read)] : [];

    // JSON inside a text; another program may have put anything there.
    static Role? RoleIn(string? attributes)
    {
        try
        {
            return attributes is null ? null : Roles.Parse(JsonNode.Parse(attributes)?[Caller.RoleClaim]?.ToString());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    static string? Text(JsonObject user, string name) => user[name]?.ToString();

    // Milliseconds since 1970, as text.
    static DateTimeOffset? Instant(JsonObject user, string name) =>
        long.TryParse(Text(user, name), CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
}
