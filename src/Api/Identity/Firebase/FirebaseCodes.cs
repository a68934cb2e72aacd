namespace Benevoclic.Api.Identity.Firebase;

/// <summary>Google's words for refusals that a client causes, https://firebase.google.com/docs/reference/rest/auth.</summary>
static class FirebaseCodes
{
    public static readonly string[] BadSignIn =
    [
        "EMAIL_NOT_FOUND",
        "INVALID_PASSWORD",
        "INVALID_LOGIN_CREDENTIALS",
        "INVALID_EMAIL",
        "MISSING_PASSWORD",
        "USER_DISABLED",
    ];

    public static readonly string[] BadRefresh =
    [
        "INVALID_REFRESH_TOKEN",
        "MISSING_REFRESH_TOKEN",
        "TOKEN_EXPIRED",
        "USER_DISABLED",
        "USER_NOT_FOUND",
        "INVALID_GRANT_TYPE",
    ];

    public static readonly string[] Malformed =
    [
        "INVALID_EMAIL",
        "INVALID_LOCAL_ID",
        "MISSING_LOCAL_ID",
        "USER_NOT_FOUND",
    ];
}
