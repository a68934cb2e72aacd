using Benevoclic.Api.Identity.Local;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteLocalAccounts(SqliteStore store) : ILocalAccounts
{
    readonly SqliteDocuments _accounts = store[Collection.LocalAccounts];

    public async Task<LocalAccount?> FindAsync(string uid, CancellationToken ct) => As(await _accounts.FindAsync(uid));

    public async Task<LocalAccount?> FindByEmailAsync(string email, CancellationToken ct) =>
        As(await _accounts.FindWhereAsync("email = $1", email));

    public async Task<bool> AddAsync(LocalAccount account, CancellationToken ct) =>
        await _accounts.AddAsync(account.Document) is not null;

    public async Task<LocalAccount?> ChangeAsync(string uid, Document fields, CancellationToken ct) =>
        As(await _accounts.ChangeAsync(uid, fields));

    public Task RemoveAsync(string uid, CancellationToken ct) => _accounts.RemoveAsync(uid);

    public async Task<IReadOnlyList<LocalAccount>> ListAsync(CancellationToken ct) =>
        [.. (await _accounts.ListAsync()).Select(document => new LocalAccount(document))];

    static LocalAccount? As(Document? document) => document is null ? null : new(document);
}
