using Benevoclic.Api.Associations;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Api.Volunteers;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Storage.Mongo;

/// <summary>Production's documents hold types that JSON does not know, and fields that we do not know.</summary>
public sealed class KeepingTypesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_touches_nothing_but_its_own_fields()
    {
        Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
        await using var store = await TestStore.OpenAsync(StoreKind.Mongo);
        var volunteers = store.Get<IMongoDatabase>().GetCollection<BsonDocument>("volunteers");
        var stored = new BsonDocument
        {
            ["_id"] = ObjectId.GenerateNewId(),
            ["volunteerId"] = "ada",
            ["long"] = 5L,
            ["double"] = 5.0,
            ["date"] = new BsonDateTime(1763822308102),
            ["friend"] = ObjectId.GenerateNewId(),
            ["none"] = BsonNull.Value,
            ["deep"] = new BsonDocument("list", new BsonArray { 1, 1L, 1.5 }),
        };
        await volunteers.InsertOneAsync(stored.DeepClone().AsBsonDocument, cancellationToken: Ct);

        await store.Get<IVolunteers>().ChangeAsync("ada", Document.Of(("city", "Lyon")), Ct);

        var found = await volunteers.Find(new BsonDocument("volunteerId", "ada")).SingleAsync(Ct);
        stored["city"] = "Lyon";
        Assert.Equal(stored.ToJson(), found.ToJson());
    }

    [Fact]
    public async Task Joining_keeps_the_other_people_as_they_are_stored()
    {
        Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
        await using var store = await TestStore.OpenAsync(StoreKind.Mongo);
        var associations = store.Get<IMongoDatabase>().GetCollection<BsonDocument>("associations");
        var old = new BsonDocument
        {
            ["volunteerId"] = "bob",
            ["score"] = 7L,
            ["since"] = new BsonDateTime(0),
        };
        await associations.InsertOneAsync(
            new BsonDocument
            {
                ["associationId"] = "croix",
                ["volunteersWaiting"] = new BsonArray { old },
            },
            cancellationToken: Ct
        );

        await store.Get<IAssociations>().AddWaitingAsync("croix", new("ada", "Ada"), Ct);
        await store.Get<IAssociations>().RemoveWaitingAsync("croix", "ada", Ct);

        var found = await associations.Find(new BsonDocument("associationId", "croix")).SingleAsync(Ct);
        Assert.Equal(new BsonArray { old }, found["volunteersWaiting"]);
    }
}
