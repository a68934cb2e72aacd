using Benevoclic.Api.Accounts;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Tests.Frame;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Storage.Mongo;

/// <summary>Starting on a database that the old API made.</summary>
public sealed class MongoIndexesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Our_index_on_ids_stands_beside_the_old_one_that_compares_without_case()
    {
        await using var store = await OnOldDatabaseAsync(database =>
            CreateAsync(
                database,
                "users",
                "idx_users_userId",
                "userId",
                new()
                {
                    Unique = true,
                    Sparse = true,
                    Collation = MongoIndex.WithoutCase,
                }
            )
        );

        Assert.Equal(["_id_", "idx_users_email", "idx_users_userId", "users_userId"], await NamesAsync(store, "users"));
        Assert.DoesNotContain(store.Log.All, line => line.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_index_of_another_definition_is_reported_and_left_as_it_is()
    {
        await using var store = await OnOldDatabaseAsync(database =>
            CreateAsync(database, "users", "idx_users_email", "email", new() { Unique = false })
        );

        Assert.Contains(
            store.Log.All,
            line =>
                line.StartsWith("Warning", StringComparison.Ordinal)
                && line.Contains("index idx_users_email of users is not created", StringComparison.Ordinal)
        );
        Assert.Contains("users_userId", await NamesAsync(store, "users"));
        Assert.NotNull(await store.Get<IUsers>().AddAsync(new(Document.Of(("userId", "ada"))), Ct));
    }

    [Fact]
    public async Task Documents_that_an_index_forbids_are_reported_and_do_not_stop_the_start()
    {
        await using var store = await OnOldDatabaseAsync(database =>
            database
                .GetCollection<BsonDocument>("favorites")
                .InsertManyAsync(
                    Enumerable
                        .Range(0, 2)
                        .Select(_ => new BsonDocument { ["volunteerId"] = "ada", ["announcementId"] = "1" }),
                    cancellationToken: Ct
                )
        );

        Assert.Contains(
            store.Log.All,
            line => line.Contains("index favorites_pair of favorites is not created", StringComparison.Ordinal)
        );
        Assert.Equal(2, (await new Raw(store, Collection.Favorites).AllAsync()).Count);
    }

    static Task<TestStore> OnOldDatabaseAsync(Func<IMongoDatabase, Task> prepare)
    {
        Assert.SkipWhen(TestStore.WhyNoMongo is not null, TestStore.WhyNoMongo ?? "");
        return TestStore.OpenAsync(StoreKind.Mongo, prepare);
    }

    static Task CreateAsync(
        IMongoDatabase database,
        string collection,
        string name,
        string field,
        CreateIndexOptions options
    )
    {
        options.Name = name;
        return database
            .GetCollection<BsonDocument>(collection)
            .Indexes.CreateOneAsync(
                new CreateIndexModel<BsonDocument>(new BsonDocument(field, 1), options),
                cancellationToken: Ct
            );
    }

    static async Task<IEnumerable<string>> NamesAsync(TestStore store, string collection)
    {
        var indexes = await store.Get<IMongoDatabase>().GetCollection<BsonDocument>(collection).Indexes.ListAsync(Ct);
        return (await indexes.ToListAsync(Ct)).Select(index => index["name"].AsString).Order(StringComparer.Ordinal);
    }
}
