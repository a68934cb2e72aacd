using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Identity.Local;

/// <summary>The collection `local_accounts`. Emails come and stay in lower case.</summary>
interface ILocalAccounts
{
    Task<LocalAccount?> FindAsync(string uid, CancellationToken ct);

    Task<LocalAccount?> FindByEmailAsync(string email, CancellationToken ct);

    /// <summary>False when the uid or the email is taken; nothing is written then.</summary>
    Task<bool> AddAsync(LocalAccount account, CancellationToken ct);

    /// <summary>Sets these fields and no others. Null when there is no such account.</summary>
    /// <exception cref="TakenException">Another account has the email.</exception>
    Task<LocalAccount?> ChangeAsync(string uid, Document fields, CancellationToken ct);

    Task RemoveAsync(string uid, CancellationToken ct);

    /// <summary>The oldest first.</summary>
    Task<IReadOnlyList<LocalAccount>> ListAsync(CancellationToken ct);
}
