using Benevoclic.Api.Accounts;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteUsers(SqliteStore store) : IUsers
{
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

    public async Task<IReadOnlyDictionary<string, string>> AvatarsOfAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken ct
    ) =>
        User.AvatarsOf(
            ids.Count == 0
                ? []
                : await _users.ListWhereAsync("userId IN (SELECT value FROM json_each($1))", SqliteValues.List(ids))
        );

    static User? As(Document? document) => document is null ? null : new(document);
}
