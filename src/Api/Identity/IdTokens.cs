using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace Benevoclic.Api.Identity;

/// <summary>Checks an id token that came in a body, by the same rules as one in the header.</summary>
sealed class IdTokens(IOptionsMonitor<JwtBearerOptions> bearer)
{
    /// <summary>Null when it is none of ours, or no longer valid.</summary>
    /// <exception cref="Hosting.Errors.UnavailableException">The keys to check it with cannot be had.</exception>
    public async Task<Caller?> ReadAsync(string token, CancellationToken ct)
    {
        var options = bearer.Get(JwtBearerDefaults.AuthenticationScheme);
        var rules = options.TokenValidationParameters.Clone();
        if (options.ConfigurationManager is { } keys)
            rules.IssuerSigningKeys = (await keys.GetConfigurationAsync(ct)).SigningKeys;

        var result = await options.TokenHandlers.Single().ValidateTokenAsync(token, rules);
        var caller = result.IsValid ? Caller.From(new ClaimsPrincipal(result.ClaimsIdentity)) : null;
        return caller is { Uid.Length: > 0 } ? caller : null;
    }
}
