using Benevoclic.Api.Orphans;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoLeases(MongoStore store) : ILeases
{
    readonly MongoDocuments _leases = store[Collection.Leases];

    public async Task<bool> TakeAsync(string name, DateTimeOffset now, TimeSpan duration, CancellationToken ct)
    {
        var lease = Lease.Of(name, now + duration);
        if (await _leases.AddAsync(lease.Document, ct) is not null)
            return true;
        var taken = await _leases.DecideAsync(
            "take",
            name,
            Builders<BsonDocument>.Filter.Lte(Lease.UntilField, new BsonDateTime(now.UtcDateTime)),
            new BsonDocument("$set", _leases.ToBson(lease.Document)),
            found => new Lease(found).Take(now, now + duration),
            ct
        );
        return taken?.Changed is not null;
    }
}
