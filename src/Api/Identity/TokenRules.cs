using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Benevoclic.Api.Identity;

/// <summary>How a token is taken from the request and judged, whoever made it. The keys are added by Local or Firebase.</summary>
static class TokenRules
{
    public static void Apply(JwtBearerOptions bearer, TimeProvider clock)
    {
        // Claims keep the names that they have in the token.
        bearer.MapInboundClaims = false;
        bearer.Events = new JwtBearerEvents
        {
            OnMessageReceived = TakeToken,
            OnTokenValidated = RefuseNobody,
            OnAuthenticationFailed = TellOutage,
        };
        bearer.TokenValidationParameters.NameClaimType = JwtRegisteredClaimNames.Sub;
        bearer.TokenValidationParameters.RoleClaimType = Caller.RoleClaim;
        bearer.TokenValidationParameters.LifetimeValidator = (_, expires, _, _) =>
            expires is { } end && end > clock.GetUtcNow().UtcDateTime;
    }

    static Task TakeToken(MessageReceivedContext context)
    {
        var token = context.HttpContext.GetEndpoint().LooksAtToken() ? BearerToken.In(context.Request) : null;
        if (token is null)
            context.NoResult();
        else if (!LooksLikeOne(token))
            context.Fail("not three parts");
        else
            context.Token = token;
        return Task.CompletedTask;
    }

    // "Bearer undefined" comes with every visitor; it must not cost a look at Google's keys.
    static bool LooksLikeOne(string token) => token.AsSpan().Count('.') == 2;

    static Task RefuseNobody(TokenValidatedContext context)
    {
        if (Caller.From(context.Principal!).Uid.Length == 0)
            context.Fail("no subject");
        return Task.CompletedTask;
    }

    // Without keys nobody knows whether a token is good: 503 says come back, 401 would log people out.
    static Task TellOutage(AuthenticationFailedContext context) =>
        context.Exception is UnavailableException outage ? Task.FromException(outage) : Task.CompletedTask;
}
