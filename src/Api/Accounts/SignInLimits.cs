using System.Security.Cryptography;
using System.Text;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Limits;
using Benevoclic.Api.Hosting.Requests;

namespace Benevoclic.Api.Accounts;

/// <summary>
/// How often anyone may try to sign in, register or refresh. Strict by account; generous by address, because the web client's
/// server is one address for everybody, and because a page whose session has ended asks dozens of times a second.
/// </summary>
sealed class SignInLimits(TimeProvider clock)
{
    readonly Attempts _signInByAddress = new(new(300, TimeSpan.FromMilliseconds(100)), clock);
    readonly Attempts _signInByAccount = new(new(10, TimeSpan.FromSeconds(6)), clock);
    readonly Attempts _registerByAddress = new(new(300, TimeSpan.FromMilliseconds(200)), clock);
    readonly Attempts _registerByAccount = new(new(10, TimeSpan.FromSeconds(6)), clock);
    readonly Attempts _refreshByAddress = new(new(6000, TimeSpan.FromMilliseconds(5)), clock);
    readonly Attempts _refreshByToken = new(new(600, TimeSpan.FromMilliseconds(100)), clock);

    /// <exception cref="TooManyAttemptsException"/>
    public void CountSignIn(HttpContext context, string email)
    {
        _signInByAddress.Count(ClientAddress.Of(context));
        _signInByAccount.Count(email.ToLowerInvariant());
    }

    /// <summary>The password was right: that is no guessing.</summary>
    public void ForgiveSignIn(string email) => _signInByAccount.GiveBack(email.ToLowerInvariant());

    /// <exception cref="TooManyAttemptsException"/>
    public void CountRegistration(HttpContext context, string account)
    {
        _registerByAddress.Count(ClientAddress.Of(context));
        _registerByAccount.Count(account.ToLowerInvariant());
    }

    /// <exception cref="TooManyAttemptsException"/>
    public void CountRefresh(HttpContext context, string refreshToken)
    {
        _refreshByAddress.Count(ClientAddress.Of(context));
        _refreshByToken.Count(Hash(refreshToken));
    }

    static string Hash(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
