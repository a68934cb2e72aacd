using Benevoclic.Api.Configuration;
using Benevoclic.Api.Identity.Firebase;
using Benevoclic.Api.Identity.Local;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace Benevoclic.Api.Identity;

static class IdentitySetup
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder
            .Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<TimeProvider>(TokenRules.Apply);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        builder.Services.AddSingleton<IdTokens>();
        builder.Services.AddSingleton<IdentityCheck>();
        builder.Services.AddHealthChecks().AddCheck<IdentityCheck>("identity");
        if (Edge.Identity.IsOutside(builder.Configuration))
            builder.AddFirebase();
        else
            builder.AddLocalIdentity();
    }

    /// <summary>After routing: whether a token is looked at depends on the route.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
