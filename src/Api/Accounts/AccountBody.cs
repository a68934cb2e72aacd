using System.Text.Json.Nodes;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>An account as Firebase's Admin SDK writes it, without the hash of its password.</summary>
static class AccountBody
{
    public static Document Of(Account account) =>
        Document
            .Of(
                ("uid", account.Uid),
                ("email", account.Email),
                ("emailVerified", account.EmailVerified),
                ("displayName", account.DisplayName),
                ("photoURL", account.PhotoUrl),
                ("phoneNumber", account.PhoneNumber),
                ("disabled", account.Disabled),
                ("metadata", Metadata(account)),
                ("customClaims", new JsonObject { [Caller.RoleClaim] = account.Role?.Word() }),
                ("providerData", new JsonArray([.. account.Providers.Select(Of)]))
            )
            .WithoutNulls();

    static JsonObject Metadata(Account account) =>
        new()
        {
            ["lastSignInTime"] = User.Rfc1123(account.LastSignInAt),
            ["creationTime"] = User.Rfc1123(account.CreatedAt),
        };

    static JsonNode Of(Provider provider) =>
        JsonNode.Parse(
            Document
                .Of(
                    ("uid", provider.Uid),
                    ("displayName", provider.DisplayName),
                    ("email", provider.Email),
                    ("photoURL", provider.PhotoUrl),
                    ("providerId", provider.Id),
                    ("phoneNumber", provider.PhoneNumber)
                )
                .WithoutNulls()
                .Json.Span
        )!;
}
