using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Benevoclic.Api.Identity;

static class IdentitySetup
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(ReadAsContract);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
    }

    /// <summary>After routing: whether a token is looked at depends on the route.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    static void ReadAsContract(JwtBearerOptions bearer)
    {
        // Claims keep the names that they have in the token.
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters.NameClaimType = JwtRegisteredClaimNames.Sub;
        bearer.TokenValidationParameters.RoleClaimType = Caller.RoleClaim;
        bearer.Events = new JwtBearerEvents { OnMessageReceived = TakeToken, OnTokenValidated = RefuseNobody };
    }

    static Task TakeToken(MessageReceivedContext context)
    {
        var token = context.HttpContext.GetEndpoint().LooksAtToken() ? BearerToken.In(context.Request) : null;
        if (string.IsNullOrEmpty(token))
            context.NoResult();
        else
            context.Token = token;
        return Task.CompletedTask;
    }

    static Task RefuseNobody(TokenValidatedContext context)
    {
        if (Caller.From(context.Principal!).Uid.Length == 0)
            context.Fail("no subject");
        return Task.CompletedTask;
    }
}
