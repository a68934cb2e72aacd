using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Accounts;

/// <summary>The collection `users`.</summary>
interface IUsers
{
    Task<User?> FindAsync(string id, CancellationToken ct);

    /// <summary>Upper and lower case are the same here; what is stored stays as it was written.</summary>
    Task<User?> FindByEmailAsync(string email, CancellationToken ct);

    /// <summary>The account with its new `_id`, null when its id or email is taken; nothing is written then.</summary>
    Task<User?> AddAsync(User user, CancellationToken ct);

    /// <summary>Sets these fields and no others. The account after the change, null when there is none.</summary>
    /// <exception cref="TakenException">Another account has the email.</exception>
    Task<User?> ChangeAsync(string id, Document fields, CancellationToken ct);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);

    /// <summary>Keys of the pictures of those who have one, by id.</summary>
    Task<IReadOnlyDictionary<string, string>> AvatarsOfAsync(IReadOnlyCollection<string> ids, CancellationToken ct);

    /// <summary>All of them, the oldest first.</summary>
    Task<IReadOnlyList<User>> ListAsync(CancellationToken ct);
}
