using System.Text.Json;
using Benevoclic.Api.Hosting.Errors;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Benevoclic.Api.Identity.Local;

/// <summary>Makes tokens of the same shape as Firebase's, signed with our own key.</summary>
sealed class LocalTokens(TokenKey key, TimeProvider clock)
{
    public const string Issuer = "benevoclic";
    public const string Audience = "benevoclic";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(30);

    // Other audiences: one kind of token is never taken for another.
    const string RefreshAudience = "benevoclic/refresh";
    const string CustomAudience = "benevoclic/sign-in";

    readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public bool CanBeSigned
    {
        get
        {
            try
            {
                return key.Current is not null;
            }
            catch (UnavailableException)
            {
                return false;
            }
        }
    }

    public SignIn SignIn(Account account) =>
        new(account.Uid, IdToken(account), Sign(account.Uid, RefreshAudience, RefreshLifetime, []), Lifetime);

    public string IdToken(Account account)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.AuthTime] = clock.GetUtcNow().ToUnixTimeSeconds(),
            ["user_id"] = account.Uid,
            [JwtRegisteredClaimNames.Email] = account.Email,
            [JwtRegisteredClaimNames.EmailVerified] = account.EmailVerified,
            ["firebase"] = JsonSerializer.SerializeToElement(
                new { identities = new { email = new[] { account.Email } }, sign_in_provider = "password" }
            ),
        };
        if (account.Role is { } role)
            claims[Caller.RoleClaim] = role.Word();
        return Sign(account.Uid, Audience, Lifetime, claims);
    }

    public string CustomToken(string uid) =>
        Sign(uid, CustomAudience, Lifetime, new Dictionary<string, object> { ["uid"] = uid });

    /// <summary>Null when it is no refresh token of ours, or an expired one.</summary>
    public async Task<RefreshToken?> ReadRefreshAsync(string token)
    {
        var rules = new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = RefreshAudience,
            IssuerSigningKey = key.Current,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        };
        var result = await _handler.ValidateTokenAsync(token, rules);
        return result is { IsValid: true, SecurityToken: JsonWebToken read }
            ? new RefreshToken(read.Subject, new DateTimeOffset(read.IssuedAt, TimeSpan.Zero))
            : null;
    }

    string Sign(string uid, string audience, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        claims[JwtRegisteredClaimNames.Sub] = uid;
        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = audience,
                IssuedAt = now,
                Expires = now + lifetime,
                Claims = claims,
                SigningCredentials = new SigningCredentials(key.Current, SecurityAlgorithms.EcdsaSha256),
            }
        );
    }
}
