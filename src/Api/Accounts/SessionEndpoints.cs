using System.Text.Json.Nodes;
using Benevoclic.Api.Configuration;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Repeats;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>What a token says, for who holds it.</summary>
static class SessionEndpoints
{
    const string Cookie = "__session";

    static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(7);

    public static void MapSessions(this WebApplication app)
    {
        var auth = app.MapGroup("").WithTags("auth");
        auth.MapGet("/auth/session", Read).ForAnyToken().Answers<SessionShape>();
        auth.MapPost("/auth/session/refresh", Refresh).ForAnyToken().OnlyReads().AnswersCreated<SessionRefreshShape>();
        auth.MapPost("/auth/session/validate", Validate).ForAnyToken().OnlyReads().AnswersCreated<SessionShape>();
    }

    static JsonAnswer Read(Caller caller, TimeProvider clock) =>
        Answer.Ok(
            Document.Of(
                ("isValid", true),
                ("user", Shown(caller, withVerified: true)),
                ("expiresAt", caller.ExpiresAt.ToUnixTimeMilliseconds()),
                ("issuedAt", caller.IssuedAt.ToUnixTimeMilliseconds()),
                ("lastActivity", clock.GetUtcNow().ToUnixTimeMilliseconds())
            )
        );

    static async Task<JsonAnswer> Refresh(
        Caller caller,
        IIdentity identity,
        IConfiguration configuration,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var options = new CookieOptions
        {
            MaxAge = CookieLifetime,
            Expires = clock.GetUtcNow() + CookieLifetime,
            Path = "/",
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = configuration.Find(Setting.Environment) == "production",
        };
        response.Cookies.Append(Cookie, await identity.CustomTokenAsync(caller.Uid, ct), options);
        return Answer.Created(
            Document.Of(
                ("success", true),
                ("message", "Session rafraîchie avec succès"),
                ("user", Shown(caller, withVerified: false))
            )
        );
    }

    static JsonAnswer Validate(Caller caller) =>
        Answer.Created(
            Document.Of(
                ("isValid", true),
                ("user", Shown(caller, withVerified: true)),
                ("expiresAt", caller.ExpiresAt.ToUnixTimeMilliseconds())
            )
        );

    // What a token does not say is left out.
    static JsonObject Shown(Caller caller, bool withVerified)
    {
        var user = new JsonObject { ["uid"] = caller.Uid };
        if (caller.Role is { } role)
            user["role"] = role.Word();
        if (caller.Email is { } email)
            user["email"] = email;
        if (withVerified)
            user["emailVerified"] = caller.EmailVerified;
        return user;
    }
}
