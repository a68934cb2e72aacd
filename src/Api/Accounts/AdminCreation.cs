using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>Makes somebody an administrator: the one role that nobody can register with. Done from the command line alone.</summary>
sealed class AdminCreation(IIdentity identity, IUsers users, TimeProvider clock)
{
    /// <summary>A new account, or the one that the email has, which gets this password and this role. Can be repeated.</summary>
    /// <returns>Whether it is a new one.</returns>
    public async Task<bool> CarryOutAsync(string email, string password, CancellationToken ct)
    {
        var found = await identity.FindByEmailAsync(email, ct);
        var account = found ?? await identity.CreateAsync(email, password, ct);
        if (account is null)
            throw new InvalidOperationException("Somebody made the same account at this moment: do it again.");
        if (found is not null)
            await identity.SetPasswordAsync(account.Uid, password, ct);
        await identity.SetRoleAsync(account.Uid, Role.Admin, ct);
        await WriteAsync(account, ct);
        return found is null;
    }

    async Task WriteAsync(Account account, CancellationToken ct)
    {
        var approved = Document.Of(("role", Roles.Admin), ("isCompleted", true));
        if (await users.ChangeAsync(account.Uid, User.Changed(clock, approved), ct) is null)
            await users.AddAsync(new User(User.New(account, Role.Admin).Document.With(approved)), ct);
    }
}
