namespace Benevoclic.Api.Identity.Local;

/// <summary>What a refresh token says, once its signature is known to be ours.</summary>
sealed record RefreshToken(string Uid, DateTimeOffset IssuedAt);
