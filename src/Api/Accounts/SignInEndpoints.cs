using System.Globalization;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>Coming in and going out: the routes that somebody calls before he has a token, and the one after which he has none.</summary>
static class SignInEndpoints
{
    const int CustomTokenSeconds = 3600;

    public static void MapSignIn(this RouteGroupBuilder user)
    {
        user.MapPost("/user/register", Register).ForAnyone().AnswersCreated<UidShape>();
        user.MapPost("/user/register-user-verified", RegisterVerified).ForAnyone().AnswersCreated<UidShape>();
        user.MapPost("/user/register-google", RegisterGoogle).ForAnyone().AnswersCreated<GoogleSignInShape>();
        user.MapPost("/user/login", Login).ForAnyone().AnswersCreated<SignInShape>();
        user.MapPost("/user/refresh", Refresh).ForAnyone().AnswersCreated<RefreshShape>();
        user.MapPost("/user/logout", Logout)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .AnswersCreated<MessageShape>();
    }

    static async Task<JsonAnswer> Register(
        RegisterRequest request,
        AccountRegistration registration,
        SignInLimits limits,
        HttpContext context,
        CancellationToken ct
    )
    {
        limits.CountRegistration(context, request.Email);
        return Answer.Created(Document.Of(("uid", await registration.RegisterAsync(request, ct))));
    }

    static async Task<JsonAnswer> RegisterVerified(
        VerifiedRequest request,
        AccountRegistration registration,
        SignInLimits limits,
        HttpContext context,
        CancellationToken ct
    )
    {
        limits.CountRegistration(context, request.Email);
        return Answer.Created(Document.Of(("uid", await registration.RegisterVerifiedAsync(request, ct))));
    }

    static async Task<JsonAnswer> RegisterGoogle(
        GoogleRequest request,
        AccountRegistration registration,
        IIdentity identity,
        Presence presence,
        SignInLimits limits,
        HttpContext context,
        CancellationToken ct
    )
    {
        limits.CountRefresh(context, request.IdToken);
        var uid = await registration.RegisterWithGoogleAsync(request, ct);
        await presence.SignedInAsync(uid, ct);
        var token = await identity.CustomTokenAsync(uid, ct);
        return Answer.Created(Document.Of(("idUser", uid), ("token", token), ("expiresIn", CustomTokenSeconds)));
    }

    static async Task<JsonAnswer> Login(
        LoginRequest request,
        IIdentity identity,
        Presence presence,
        SignInLimits limits,
        SignInMetrics metrics,
        HttpContext context,
        CancellationToken ct
    )
    {
        var signIn =
            await metrics.CountAsync(() =>
            {
                limits.CountSignIn(context, request.Email);
                return identity.SignInAsync(request.Email, request.Password, ct);
            }) ?? throw new ApiException(StatusCodes.Status401Unauthorized, "Identifiants invalides");
        limits.ForgiveSignIn(request.Email);
        await presence.SignedInAsync(signIn.Uid, ct);
        return Answer.Created(
            Document.Of(
                ("idUser", signIn.Uid),
                ("idToken", signIn.IdToken),
                ("refreshToken", signIn.RefreshToken),
                ("expiresIn", Seconds(signIn))
            )
        );
    }

    static async Task<JsonAnswer> Refresh(
        RefreshRequest request,
        IIdentity identity,
        SignInLimits limits,
        HttpContext context,
        CancellationToken ct
    )
    {
        limits.CountRefresh(context, request.RefreshToken);
        var signIn = request.RefreshToken.Length == 0 ? null : await identity.RefreshAsync(request.RefreshToken, ct);
        return signIn is null
            // The token itself does not belong into an error.
            ? throw ApiException.BadRequest("Invalid refresh token")
            : Answer.Created(
                Document.Of(
                    ("idToken", signIn.IdToken),
                    ("refreshToken", signIn.RefreshToken),
                    ("expiresIn", Seconds(signIn))
                )
            );
    }

    static async Task<JsonAnswer> Logout(Caller caller, Presence presence, CancellationToken ct)
    {
        await presence.SetAsync(caller.Uid, isOnline: false, ct);
        return Answer.Created(Document.Of(("message", "Déconnexion réussie")));
    }

    static string Seconds(SignIn signIn) => signIn.ExpiresIn.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}
