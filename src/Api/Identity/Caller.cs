using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Benevoclic.Api.Identity;

/// <summary>
/// Whose token came with the request. A handler names it as a parameter; on a route for anyone that reads tokens, as
/// `Caller?`.
/// </summary>
sealed record Caller(
    string Uid,
    Role? Role,
    string? Email,
    bool EmailVerified,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt
)
{
    public const string RoleClaim = "role";

    public bool Is(Role role) => Role == role;

    /// <summary>Himself, or an administrator: who may read and change what belongs to <paramref name="uid"/>.</summary>
    public bool MayActFor(string uid) => Uid == uid || Is(Identity.Role.Admin);

    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context));

    public static Caller? Of(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true ? From(context.User) : null;

    public static Caller From(ClaimsPrincipal token) =>
        new(
            token.FindFirstValue(JwtRegisteredClaimNames.Sub) ?? "",
            Roles.Parse(token.FindFirstValue(RoleClaim)),
            token.FindFirstValue(JwtRegisteredClaimNames.Email),
            token.FindFirstValue(JwtRegisteredClaimNames.EmailVerified) is "true" or "True",
            Instant(token, JwtRegisteredClaimNames.Iat),
            Instant(token, JwtRegisteredClaimNames.Exp)
        );

    static DateTimeOffset Instant(ClaimsPrincipal token, string claim) =>
        DateTimeOffset.FromUnixTimeSeconds(long.TryParse(token.FindFirstValue(claim), out var seconds) ? seconds : 0);
}
