using Benevoclic.Api.Identity.Local;
using MongoDB.Bson;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoLocalAccounts(MongoStore store) : ILocalAccounts
{
    readonly MongoDocuments _accounts = store[Collection.LocalAccounts];

    public async Task<LocalAccount?> FindAsync(string uid, CancellationToken ct) =>
        As(await _accounts.FindAsync(uid, ct));

    public async Task<LocalAccount?> FindByEmailAsync(string email, CancellationToken ct) =>
        As(await _accounts.FindWhereAsync(new BsonDocument("email", email), ct));

    public async Task<bool> AddAsync(LocalAccount account, CancellationToken ct) =>
        await _accounts.AddAsync(account.Document, ct) is not null;

    public async Task<LocalAccount?> ChangeAsync(string uid, Document fields, CancellationToken ct) =>
        As(await _accounts.ChangeAsync(uid, fields, ct));

    public Task RemoveAsync(string uid, CancellationToken ct) => _accounts.RemoveAsync(uid, ct);

    public async Task<IReadOnlyList<LocalAccount>> ListAsync(CancellationToken ct) =>
        [.. (await _accounts.ListAsync(ct)).Select(document => new LocalAccount(document))];

    static LocalAccount? As(Document? document) => document is null ? null : new(document);
}
