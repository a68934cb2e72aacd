using Benevoclic.Api.Accounts;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteUsers(SqliteStore store) : IUsers
{
    const string Avatars =
        "SELECT userId, document ->> 'avatarFileKey' AS key FROM users "
        + "WHERE userId IN (SELECT value FROM json_each($1)) AND key <> ''";

    readonly SqliteDocuments _users = store[Collection.Users];

    public async Task<User?> FindAsync(string id, CancellationToken ct) => As(await _users.FindAsync(id));

    public async Task<User?> FindByEmailAsync(string email, CancellationToken ct) =>
        As(await _users.FindWhereAsync("email = $1 COLLATE NOCASE", email));

    public async Task<User?> AddAsync(User user, CancellationToken ct) => As(await _users.AddAsync(user.Document));

    public async Task<User?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _users.ChangeAsync(id, fields));

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _users.RemoveAsync(id);

    public async Task<IReadOnlyList<User>> ListAsync(CancellationToken ct) =>
        [.. (await _users.ListAsync()).Select(document => new User(document))];

    public Task<IReadOnlyDictionary<string, string>> AvatarsOfAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken ct
    )
    {
        var wanted = SqliteValues.List(ids);
        // The associations of the page that everybody opens are asked for each time.
        return store.ReadAsync(
            "users.avatars",
            session => session.Remember(Avatars, [wanted], () => session.Pairs(Avatars, wanted))
        );
    }

    static User? As(Document? document) => document is null ? null : new(document);
}
