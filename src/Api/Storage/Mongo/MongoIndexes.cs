using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>
/// Creates at start what is missing, and says what is there but different: never fatal, never replaced. Waits for a server
/// that does not answer yet.
/// </summary>
sealed partial class MongoIndexes(IMongoDatabase database, TimeProvider clock, ILogger<MongoIndexes> logger)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Until then nothing is added: without its unique index a collection would take everything twice.</summary>
    public Task Done => _done.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var index in MongoIndex.All)
        {
            while (!await TryCreateAsync(index, stoppingToken))
                await Task.Delay(Pause, clock, stoppingToken);
        }
        Log.Ready(logger, MongoIndex.All.Count);
        _done.SetResult();
    }

    /// <summary>True when there is nothing more to do for it.</summary>
    async Task<bool> TryCreateAsync(MongoIndex index, CancellationToken ct)
    {
        var collection = database.GetCollection<BsonDocument>(index.Collection.Name);
        try
        {
            await collection.Indexes.CreateOneAsync(index.Model, cancellationToken: ct);
            return true;
        }
        catch (MongoCommandException error)
            when (error is not (MongoNotPrimaryException or MongoNodeIsRecoveringException))
        {
            // Another definition under this name, this definition under another name, or documents that it forbids.
            Log.Differs(logger, index.Name, index.Collection.Name, error.CodeName ?? "", error.ErrorMessage);
            return true;
        }
        catch (Exception error) when (error is TimeoutException or MongoException)
        {
            Log.Waiting(logger, index.Name, error.GetType().Name);
            return false;
        }
    }

    static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "MongoDB: {Count} indexes are as this version needs them or reported above"
        )]
        public static partial void Ready(ILogger logger, int count);

        [LoggerMessage(
            2,
            LogLevel.Warning,
            "MongoDB: index {Index} of {Collection} is not created, an existing index or document is in its way ({Code}: {Reason})"
        )]
        public static partial void Differs(ILogger logger, string index, string collection, string code, string reason);

        [LoggerMessage(3, LogLevel.Warning, "MongoDB: index {Index} waits for the server ({Error})")]
        public static partial void Waiting(ILogger logger, string index, string error);
    }
}
