namespace Benevoclic.Api.Accounts;

sealed record UidShape(string Uid);

/// <summary>Signed in.</summary>
/// <param name="RefreshToken">Stays valid for 30 days, and may be used again.</param>
/// <param name="ExpiresIn">Seconds of the id token, as text.</param>
sealed record SignInShape(string IdUser, string IdToken, string RefreshToken, string ExpiresIn);

/// <summary>Signed in with Google.</summary>
/// <param name="Token">A custom token, for the Firebase SDK of the client.</param>
/// <param name="ExpiresIn">Seconds.</param>
sealed record GoogleSignInShape(string IdUser, string Token, int ExpiresIn);

/// <param name="ExpiresIn">Seconds of the id token, as text.</param>
sealed record RefreshShape(string IdToken, string RefreshToken, string ExpiresIn);

/// <summary>What a token says.</summary>
/// <param name="ExpiresAt">Milliseconds since 1970, as are the others.</param>
sealed record SessionShape(bool IsValid, SessionUserShape User, long ExpiresAt, long? IssuedAt, long? LastActivity);

sealed record SessionUserShape(string Uid, string? Role, string? Email, bool? EmailVerified);

sealed record SessionRefreshShape(bool Success, string Message, SessionUserShape User);

sealed record ApprovalShape(bool Approved, string Message);
