using Benevoclic.Api.Identity;
using Benevoclic.Api.Identity.Local;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>Somebody who calls the API, with a good token. No store knows him, unless a test puts him there.</summary>
sealed record Someone(string Uid, string Email, Role? Role, string Token)
{
    /// <summary>Signed by the application's own key, without an account: hashing a password takes a tenth of a second.</summary>
    public static Someone With(RunningApi api, Role? role, string? uid = null)
    {
        uid ??= $"{role?.ToString() ?? "Nobody"}{Guid.CreateVersion7():N}";
        var email = $"{uid}@example.org".ToLowerInvariant();
        var token = api.Get<LocalTokens>().IdToken(new Account(uid, email, role));
        return new(uid, email, role, token);
    }
}
