using Benevoclic.Api.Accounts;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoUsers(MongoStore store) : IUsers
{
    readonly MongoDocuments _users = store[Collection.Users];

    public async Task<User?> FindAsync(string id, CancellationToken ct) => As(await _users.FindAsync(id, ct));

    public async Task<User?> FindByEmailAsync(string email, CancellationToken ct) =>
        As(await _users.FindWhereAsync(new BsonDocument("email", email), ct, MongoIndex.WithoutCase));

    public async Task<User?> AddAsync(User user, CancellationToken ct) => As(await _users.AddAsync(user.Document, ct));

    public async Task<User?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _users.ChangeAsync(id, fields, ct));

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _users.RemoveAsync(id, ct);

    public async Task<IReadOnlyList<User>> ListAsync(CancellationToken ct) =>
        [.. (await _users.ListAsync(ct)).Select(document => new User(document))];

    public async Task<IReadOnlyDictionary<string, string>> AvatarsOfAsync(
        IReadOnlyCollection<string> ids,
        CancellationToken ct
    ) =>
        ids.Count == 0
            ? new Dictionary<string, string>()
            : User.AvatarsOf(await _users.ListWhereAsync(WithAvatar(ids), ct, "userId", "avatarFileKey"));

    static FilterDefinition<BsonDocument> WithAvatar(IEnumerable<string> ids) =>
        Builders<BsonDocument>.Filter.In("userId", ids) & Builders<BsonDocument>.Filter.Gt("avatarFileKey", "");

    static User? As(Document? document) => document is null ? null : new(document);
}
