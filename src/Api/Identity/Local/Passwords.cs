using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Benevoclic.Api.Identity.Local;

/// <summary>Hashes as ASP.NET Core makes them: PBKDF2 with a salt each, the cost noted in the hash.</summary>
sealed class Passwords
{
    static readonly LocalAccount Nobody = new(Storage.Document.Empty);

    readonly PasswordHasher<LocalAccount> _hasher;
    readonly string _decoy;

    public Passwords(IOptions<PasswordHasherOptions> cost)
    {
        _hasher = new(cost);
        _decoy = Hash("the password of nobody");
    }

    public string Hash(string password) => _hasher.HashPassword(Nobody, password);

    /// <summary>Takes as long for nobody as for somebody: the time must not tell which emails have an account.</summary>
    public bool Fits(LocalAccount? account, string password)
    {
        var verdict = _hasher.VerifyHashedPassword(Nobody, account?.PasswordHash ?? _decoy, password);
        return account is not null && verdict != PasswordVerificationResult.Failed;
    }
}
