using Benevoclic.Api.Storage.Mongo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>
/// The stores as Program registers them, on a database of their own that goes with them. The server itself is not started.
/// </summary>
sealed class TestStore : IAsyncDisposable
{
    public const string MongoVariable = "BENEVOCLIC_TEST_MONGODB_URL";

    readonly TemporaryFolder _folder = new();
    readonly WebApplication _app;

    TestStore(StoreKind kind)
    {
        Kind = kind;
        Database = $"test-{Guid.CreateVersion7():N}";
        Directory.CreateDirectory(_folder["data"]);
        _app = Program.Build(
            [.. SettingsFor(kind, Database), $"--BENEVOCLIC_DATA={_folder["data"]}"],
            builder => builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(Log)
        );
    }

    public static string? MongoUrl { get; } =
        Environment.GetEnvironmentVariable(MongoVariable) is { Length: > 0 } url ? url : null;

    /// <summary>Null when tests with MongoDB can run.</summary>
    public static string? WhyNoMongo { get; } =
        MongoUrl is null
            ? $"{MongoVariable} is not set: it names a MongoDB server that tests may fill, ./test.sh starts one"
            : null;

    public LogLines Log { get; } = new();

    public StoreKind Kind { get; }

    public string Database { get; }

    public string DataFolder => _folder["data"];

    public string SqliteFile => Path.Combine(DataFolder, "benevoclic.db");

    /// <param name="prepare">What is in MongoDB's database before we come to it.</param>
    public static async Task<TestStore> OpenAsync(StoreKind kind, Func<IMongoDatabase, Task>? prepare = null)
    {
        var store = new TestStore(kind);
        if (prepare is not null)
            await prepare(store.Get<IMongoDatabase>());
        if (kind == StoreKind.Mongo)
            await CreateIndexesAsync(store.Get<MongoIndexes>());
        return store;
    }

    public static string[] SettingsFor(StoreKind kind, string database) =>
        kind == StoreKind.Mongo
            ? ["--BENEVOCLIC_STORE=mongodb", $"--MONGODB_URL={MongoUrl}", $"--MONGODB_DB_NAME={database}"]
            : ["--BENEVOCLIC_STORE=sqlite"];

    /// <summary>A feature's store: <c>Get&lt;IUsers&gt;()</c>.</summary>
    public TStore Get<TStore>()
        where TStore : notnull => _app.Services.GetRequiredService<TStore>();

    // The server would start it, and its first requests would wait.
    static async Task CreateIndexesAsync(MongoIndexes indexes)
    {
        await indexes.StartAsync(CancellationToken.None);
        await indexes.Done.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == StoreKind.Mongo)
            await Get<IMongoClient>().DropDatabaseAsync(Database, CancellationToken.None);
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
