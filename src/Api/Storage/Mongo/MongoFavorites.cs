using Benevoclic.Api.Favorites;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoFavorites(MongoStore store) : IFavorites
{
    readonly MongoDocuments _favorites = store[Collection.Favorites];

    public async Task<bool> AddAsync(Favorite favorite, CancellationToken ct) =>
        await _favorites.AddAsync(favorite.Document, ct) is not null;

    public async Task<Favorite?> FindAsync(string volunteerId, string announcementId, CancellationToken ct) =>
        await _favorites.FindWhereAsync(Pair(volunteerId, announcementId), ct) is { } found ? new(found) : null;

    public async Task<IReadOnlyList<Favorite>> ListAsync(CancellationToken ct) => All(await _favorites.ListAsync(ct));

    public async Task<IReadOnlyList<Favorite>> ListOfVolunteerAsync(string volunteerId, CancellationToken ct) =>
        All(await _favorites.ListWhereAsync(OfVolunteer(volunteerId), ct));

    public async Task<IReadOnlyList<Favorite>> ListOfAnnouncementAsync(string announcementId, CancellationToken ct) =>
        All(await _favorites.ListWhereAsync(new BsonDocument("announcementId", announcementId), ct));

    public Task<long> RemoveAsync(string volunteerId, string announcementId, CancellationToken ct) =>
        _favorites.RemoveWhereAsync(Pair(volunteerId, announcementId), ct);

    public Task<long> RemoveOfVolunteerAsync(string volunteerId, CancellationToken ct) =>
        _favorites.RemoveWhereAsync(OfVolunteer(volunteerId), ct);

    public Task<long> RemoveOfAnnouncementsAsync(IReadOnlyCollection<string> announcementIds, CancellationToken ct) =>
        _favorites.RemoveWhereAsync(Builders<BsonDocument>.Filter.In("announcementId", announcementIds), ct);

    static BsonDocument Pair(string volunteerId, string announcementId) =>
        new() { ["volunteerId"] = volunteerId, ["announcementId"] = announcementId };

    static BsonDocument OfVolunteer(string volunteerId) => new("volunteerId", volunteerId);

    static IReadOnlyList<Favorite> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Favorite(document))];
}
