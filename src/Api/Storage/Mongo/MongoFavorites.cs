using Benevoclic.Api.Favorites;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoFavorites(MongoStore store) : IFavorites
{
    readonly MongoDocuments _favorites = store[Collection.Favorites];

    public Task<long> RemoveOfVolunteerAsync(string volunteerId, CancellationToken ct) =>
        _favorites.RemoveWhereAsync(new BsonDocument("volunteerId", volunteerId), ct);

    public Task<long> RemoveOfAnnouncementsAsync(IReadOnlyCollection<string> announcementIds, CancellationToken ct) =>
        _favorites.RemoveWhereAsync(Builders<BsonDocument>.Filter.In("announcementId", announcementIds), ct);
}
