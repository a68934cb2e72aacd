using System.Security.Cryptography;
using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Identity.Local;

/// <summary>Accounts of this API itself: for a laptop, and for an association that has no Firebase.</summary>
sealed class LocalIdentity(ILocalAccounts accounts, Passwords passwords, LocalTokens tokens, TimeProvider clock)
    : IIdentity
{
    // As long and of the same letters as Firebase's.
    const int UidLength = 28;
    const string UidLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    const int ListLimit = 1000;

    public async Task<Account?> FindAsync(string uid, CancellationToken ct) =>
        (await accounts.FindAsync(uid, ct))?.ToAccount();

    public async Task<Account?> FindByEmailAsync(string email, CancellationToken ct) =>
        (await accounts.FindByEmailAsync(Lower(email), ct))?.ToAccount();

    public async Task<IReadOnlyList<Account>> ListAsync(CancellationToken ct) =>
        [.. (await accounts.ListAsync(ct)).Take(ListLimit).Select(account => account.ToAccount())];

    public async Task<Account?> CreateAsync(string email, string password, CancellationToken ct)
    {
        var account = new LocalAccount(
            Document.Of(
                (LocalAccount.UidField, RandomNumberGenerator.GetString(UidLetters, UidLength)),
                (LocalAccount.EmailField, Lower(email)),
                (LocalAccount.PasswordField, await passwords.HashAsync(password, ct)),
                (LocalAccount.CreatedField, Now())
            )
        );
        return await accounts.AddAsync(account, ct) ? account.ToAccount() : null;
    }

    public async Task<bool> SetRoleAsync(string uid, Role role, CancellationToken ct) =>
        await accounts.ChangeAsync(uid, Document.Of((LocalAccount.RoleField, role.Word())), ct) is not null;

    public async Task<EmailChange> ChangeEmailAsync(string uid, string email, CancellationToken ct)
    {
        try
        {
            var changed = await accounts.ChangeAsync(uid, Document.Of((LocalAccount.EmailField, Lower(email))), ct);
            return changed is null ? EmailChange.NoSuchAccount : EmailChange.Done;
        }
        catch (TakenException)
        {
            return EmailChange.Taken;
        }
    }

    public async Task<bool> SetPasswordAsync(string uid, string password, CancellationToken ct)
    {
        var fields = Document.Of(
            (LocalAccount.PasswordField, await passwords.HashAsync(password, ct)),
            (LocalAccount.ValidFromField, ThisSecond())
        );
        return await accounts.ChangeAsync(uid, fields, ct) is not null;
    }

    public Task DeleteAsync(string uid, CancellationToken ct) => accounts.RemoveAsync(uid, ct);

    public async Task<SignIn?> SignInAsync(string email, string password, CancellationToken ct)
    {
        var account = await accounts.FindByEmailAsync(Lower(email), ct);
        if (!await passwords.FitsAsync(account, password, ct) || account!.IsDisabled)
            return null;
        await accounts.ChangeAsync(account.Uid, Document.Of((LocalAccount.LastSignInField, Now())), ct);
        return tokens.SignIn(account.ToAccount());
    }

    public async Task<SignIn?> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        if (await tokens.ReadRefreshAsync(refreshToken) is not { } token)
            return null;
        var account = await accounts.FindAsync(token.Uid, ct);
        if (account is null || account.IsDisabled || token.IssuedAt < account.TokensValidFrom)
            return null;
        return new SignIn(account.Uid, tokens.IdToken(account.ToAccount()), refreshToken, LocalTokens.Lifetime);
    }

    public Task<string> CustomTokenAsync(string uid, CancellationToken ct) => Task.FromResult(tokens.CustomToken(uid));

    public Task<string?> ProbeAsync(CancellationToken ct) =>
        Task.FromResult(tokens.CanBeSigned ? null : "the key that signs tokens can neither be read nor made");

    static string Lower(string email) => email.ToLowerInvariant();

    string Now() => MillisecondTime.Text(clock.GetUtcNow());

    // Tokens count in whole seconds: one that is made in the rest of this second must be good.
    string ThisSecond() =>
        MillisecondTime.Text(DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()));
}
