using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>Changes an account where identity and the store both know it: email and role.</summary>
sealed class AccountChange(IIdentity identity, IUsers users, TimeProvider clock)
{
    const string Taken = "Email already exist";

    /// <exception cref="ApiException">404: nobody; 400: the email is somebody else's.</exception>
    public async Task CarryOutAsync(string uid, AccountChangeRequest request, CancellationToken ct)
    {
        _ = await users.FindAsync(uid, ct) ?? throw Unknown();
        if (request.Email is { } email)
            await ChangeEmailAsync(uid, email, ct);
        if (Roles.Parse(request.Role) is { } role && !await identity.SetRoleAsync(uid, role, ct))
            throw Unknown();
        await WriteAsync(uid, request, ct);
    }

    public static ApiException Unknown() => ApiException.NotFound("Utilisateur non trouvé");

    async Task ChangeEmailAsync(string uid, string email, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email, ct) is { } owner && owner.Id != uid)
            throw ApiException.BadRequest(Taken);
        var change = await identity.ChangeEmailAsync(uid, email, ct);
        if (change == EmailChange.Taken)
            throw ApiException.BadRequest(Taken);
        if (change == EmailChange.NoSuchAccount)
            throw Unknown();
    }

    async Task WriteAsync(string uid, AccountChangeRequest request, CancellationToken ct)
    {
        var fields = Document.Of(
            ("email", request.Email?.ToLowerInvariant()),
            ("phoneNumber", request.PhoneNumber),
            ("role", request.Role)
        );
        try
        {
            await users.ChangeAsync(uid, User.Changed(clock, fields.WithoutNulls()), ct);
        }
        catch (TakenException)
        {
            throw ApiException.BadRequest(Taken);
        }
    }
}
