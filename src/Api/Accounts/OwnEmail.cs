using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

/// <summary>The routes that create a profile name its owner by email. It must be the caller's own.</summary>
static class OwnEmail
{
    /// <summary>Somebody else's address is answered as one that nobody has: who has an account is nobody's business.</summary>
    /// <exception cref="ApiException">404</exception>
    public static async Task RequireOwnEmailAsync(this IUsers users, Caller caller, string? email, CancellationToken ct)
    {
        if (email is null || !(IsOfToken(caller, email) || await IsOfAccountAsync(users, caller, email, ct)))
            throw ApiException.NotFound("Email not found");
    }

    static bool IsOfToken(Caller caller, string email) =>
        string.Equals(caller.Email, email, StringComparison.OrdinalIgnoreCase);

    // A token still has the address of the hour when it was made.
    static async Task<bool> IsOfAccountAsync(IUsers users, Caller caller, string email, CancellationToken ct) =>
        (await users.FindByEmailAsync(email, ct))?.Id == caller.Uid;
}
