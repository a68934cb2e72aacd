using System.Collections.Concurrent;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>
/// Creates what is missing, and says what is there but different: never fatal, never replaced. Waits for a server that does not
/// answer yet. The server of the API begins with all of them when it starts, a command with those that it needs.
/// </summary>
sealed partial class MongoIndexes(IMongoDatabase database, TimeProvider clock, ILogger<MongoIndexes> logger)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<Collection, Lazy<Task>> _made = new();
    readonly CancellationTokenSource _ending = new();
    int _said;

    /// <summary>All of them are there, or reported.</summary>
    public Task Done => Task.WhenAll(MongoIndex.All.Select(index => index.Collection).Distinct().Select(Of));

    /// <summary>
    /// Those of one collection are there. Until then nothing is added to it: without its unique index it would take everything twice.
    /// </summary>
    public Task Of(Collection collection) =>
        _made.GetOrAdd(collection, _ => new(() => CreateAllAsync(collection, _ending.Token))).Value;

    public override void Dispose()
    {
        // A command has neither started nor stopped it.
        if (!_ending.IsCancellationRequested)
            _ending.Cancel();
        base.Dispose();
        _ending.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var ending = stoppingToken.Register(_ending.Cancel);
        await Done;
        Log.Ready(logger, MongoIndex.All.Count);
    }

    async Task CreateAllAsync(Collection collection, CancellationToken ct)
    {
        foreach (var index in MongoIndex.All.Where(index => index.Collection == collection))
        {
            while (await TryCreateAsync(index, ct) is { } outage)
            {
                SayOnce(outage);
                await Task.Delay(Pause, clock, ct);
            }
        }
    }

    // Every collection waits for the same server; for how long is what /health/ready is for.
    void SayOnce(Exception outage)
    {
        if (Interlocked.Exchange(ref _said, 1) == 0)
            Log.Waiting(logger, MongoFault.Refusal(outage) is { } reason ? $"MongoDB {reason}" : outage.GetType().Name);
    }

    /// <summary>Null when there is nothing more to do for it; otherwise why the server could not be asked.</summary>
    async Task<Exception?> TryCreateAsync(MongoIndex index, CancellationToken ct)
    {
        var collection = database.GetCollection<BsonDocument>(index.Collection.Name);
        try
        {
            await collection.Indexes.CreateOneAsync(index.Model, cancellationToken: ct);
            return null;
        }
        catch (MongoCommandException error) when (!MongoFault.IsOutage(error) && !MongoFault.PassesByItself(error))
        {
            Log.NotCreated(logger, index.Name, index.Collection.Name, Finding(error));
            return null;
        }
        catch (Exception error) when (error is TimeoutException or MongoException)
        {
            return error;
        }
    }

    static string Finding(MongoCommandException error) =>
        error.Code switch
        {
            // Its own words repeat the whole command.
            MongoFault.Unauthorized =>
                "the user of MONGODB_URL may not create it (Unauthorized); the role readWrite on the database lets it",
            // Another definition under this name, or this definition under another name.
            MongoFault.IndexOptionsConflict or MongoFault.IndexKeySpecsConflict =>
                $"another index is in its way ({error.CodeName}: {error.ErrorMessage})",
            MongoFault.DuplicateKey => $"documents that it forbids are in its way ({error.ErrorMessage})",
            _ => $"the server refuses it ({error.CodeName}: {error.ErrorMessage})",
        };

    static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "MongoDB: {Count} indexes are as this version needs them or reported above"
        )]
        public static partial void Ready(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "MongoDB: index {Index} of {Collection} is not created, {Finding}")]
        public static partial void NotCreated(ILogger logger, string index, string collection, string finding);

        [LoggerMessage(
            3,
            LogLevel.Warning,
            "MongoDB: the indexes wait for the server ({Error}), and nothing can be added"
        )]
        public static partial void Waiting(ILogger logger, string error);
    }
}
