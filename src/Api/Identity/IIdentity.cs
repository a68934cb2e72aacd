using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Identity;

/// <summary>Who people are: their accounts, passwords and tokens. Emails are the same in any case, and kept in lower case.</summary>
/// <remarks>Every call may throw <see cref="UnavailableException"/>.</remarks>
interface IIdentity
{
    Task<Account?> FindAsync(string uid, CancellationToken ct);

    Task<Account?> FindByEmailAsync(string email, CancellationToken ct);

    /// <summary>The first thousand.</summary>
    Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct);

    /// <summary>Null when the email has an account already; nothing changes then.</summary>
    Task<Account?> CreateAsync(string email, string password, CancellationToken ct);

    /// <summary>Tokens that are made from now on carry it. False when there is no such account.</summary>
    Task<bool> SetRoleAsync(string uid, Role role, CancellationToken ct);

    Task<EmailChange> ChangeEmailAsync(string uid, string email, CancellationToken ct);

    /// <summary>Ends what was signed in with the old one. False when there is no such account.</summary>
    Task<bool> SetPasswordAsync(string uid, string password, CancellationToken ct);

    /// <summary>Its refresh tokens end with it. One that is gone already is no error.</summary>
    Task DeleteAsync(string uid, CancellationToken ct);

    /// <summary>Null for a wrong password, an unknown email and a disabled account alike.</summary>
    Task<SignIn?> SignInAsync(string email, string password, CancellationToken ct);

    /// <summary>A new id token. Null when the refresh token is not ours, has expired, or its account is disabled or gone.</summary>
    Task<SignIn?> RefreshAsync(string refreshToken, CancellationToken ct);

    /// <summary>A token that the client's Firebase SDK exchanges for a sign-in of its own.</summary>
    Task<string> CustomTokenAsync(string uid, CancellationToken ct);

    /// <summary>Tries whether people can sign in. What is wrong comes as one public sentence, null when nothing is.</summary>
    Task<string?> ProbeAsync(CancellationToken ct);
}
