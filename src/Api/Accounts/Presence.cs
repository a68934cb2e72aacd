using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>Who is there, and when he last was.</summary>
sealed class Presence(IUsers users, TimeProvider clock)
{
    /// <summary>Signing in writes the instant in production's older form.</summary>
    public Task SignedInAsync(string uid, CancellationToken ct) =>
        ChangeAsync(uid, true, User.Rfc1123(clock.GetUtcNow())!, ct);

    /// <summary>The account after it, null when there is none.</summary>
    public Task<User?> SetAsync(string uid, bool isOnline, CancellationToken ct) =>
        ChangeAsync(uid, isOnline, MillisecondTime.Text(clock.GetUtcNow()), ct);

    Task<User?> ChangeAsync(string uid, bool isOnline, string instant, CancellationToken ct) =>
        users.ChangeAsync(
            uid,
            User.Changed(clock, Document.Of(("isOnline", isOnline), ("lastConnection", instant))),
            ct
        );
}
