using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Benevoclic.Api.Identity.Local;

/// <summary>
/// Hashes as ASP.NET Core makes them: PBKDF2 with a salt each, the cost noted in the hash. It costs a processor for a twentieth of a
/// second on purpose, so some wait while others are served: two hundred who sign in at once must not stop everything else.
/// </summary>
sealed class Passwords : IDisposable
{
    /// <summary>The client gives up after 2.5 s: who has not had his turn by then is told to come again.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.8);

    static readonly LocalAccount Nobody = new(Storage.Document.Empty);

    // Half of the processors: the others are for who has signed in.
    readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));
    readonly PasswordHasher<LocalAccount> _hasher;
    readonly string _decoy;

    public Passwords(IOptions<PasswordHasherOptions> cost)
    {
        _hasher = new(cost);
        _decoy = _hasher.HashPassword(Nobody, "the password of nobody");
    }

    /// <exception cref="UnavailableException">Too many are before it.</exception>
    public Task<string> HashAsync(string password, CancellationToken ct) =>
        InTurnAsync(() => _hasher.HashPassword(Nobody, password), ct);

    /// <summary>Takes as long for nobody as for somebody: the time must not tell which emails have an account.</summary>
    /// <exception cref="UnavailableException">Too many are before it.</exception>
    public async Task<bool> FitsAsync(LocalAccount? account, string password, CancellationToken ct)
    {
        var verdict = await InTurnAsync(
            () => _hasher.VerifyHashedPassword(Nobody, account?.PasswordHash ?? _decoy, password),
            ct
        );
        return account is not null && verdict != PasswordVerificationResult.Failed;
    }

    public void Dispose() => _turns.Dispose();

    async Task<T> InTurnAsync<T>(Func<T> hash, CancellationToken ct)
    {
        if (!await _turns.WaitAsync(Patience, ct))
            throw new UnavailableException(
                "the queue of sign-ins",
                new TimeoutException("too many are before this one")
            );
        try
        {
            return hash();
        }
        finally
        {
            _turns.Release();
        }
    }
}
