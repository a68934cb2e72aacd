using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Accounts;

/// <summary>
/// Makes somebody known: an account with a role in identity, and a document in the store. Clients ask again after a time-out, so
/// each way can be gone twice, and goes on where it was cut off.
/// </summary>
sealed class AccountRegistration(IIdentity identity, IdTokens tokens, IUsers users)
{
    const string Failed = "User registration failed";
    const string Unknown = "User not found";

    /// <summary>The uid; also of an email that is registered already.</summary>
    public async Task<string> RegisterAsync(RegisterRequest request, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(request.Email, ct) is { } known)
            return known.Id;
        var account = await identity.CreateAsync(request.Email, request.Password, ct) ?? await ProvedAsync(request, ct);
        return await CompleteAsync(account, request.Role, ct);
    }

    /// <summary>
    /// For an account that the client's Firebase SDK has made; whether its address is verified is the client's business, as ever. All
    /// that a stranger can do here is choose one of two roles for an account that has none.
    /// </summary>
    public async Task<string> RegisterVerifiedAsync(VerifiedRequest request, CancellationToken ct)
    {
        var account = await identity.FindByEmailAsync(request.Email, ct) ?? throw ApiException.NotFound(Unknown);
        return await CompleteAsync(account, request.Role, ct);
    }

    /// <summary>For somebody who has signed in with Google.</summary>
    public async Task<string> RegisterWithGoogleAsync(GoogleRequest request, CancellationToken ct)
    {
        var caller = await tokens.ReadAsync(request.IdToken, ct) ?? throw Refusal.BadToken();
        var account = await identity.FindAsync(caller.Uid, ct) ?? throw ApiException.NotFound(Unknown);
        return await CompleteAsync(account, request.Role, ct);
    }

    // The email has an account that never got its document. Only who knows the password may go on with it.
    async Task<Account> ProvedAsync(RegisterRequest request, CancellationToken ct)
    {
        var signIn = await identity.SignInAsync(request.Email, request.Password, ct);
        return (signIn is null ? null : await identity.FindAsync(signIn.Uid, ct))
            ?? throw ApiException.BadRequest(Failed);
    }

    // A role that is there stays: nobody changes his own by registering again.
    async Task<string> CompleteAsync(Account account, Role chosen, CancellationToken ct)
    {
        if (await users.FindAsync(account.Uid, ct) is not null)
            return account.Uid;
        if (account.Role is null)
            await identity.SetRoleAsync(account.Uid, chosen, ct);
        var added = await users.AddAsync(User.New(account, account.Role ?? chosen), ct);
        // Not added: somebody was faster with the same account, or its email stands in the document of one that is no more.
        if (added is null && await users.FindAsync(account.Uid, ct) is null)
            throw ApiException.BadRequest(Failed);
        return account.Uid;
    }
}
