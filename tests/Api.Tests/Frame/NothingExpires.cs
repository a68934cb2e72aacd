using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>
/// The clock of the tests stands in the past. A MongoDB server has one of its own, and would remove as expired what has just been noted.
/// </summary>
sealed class NothingExpires(IServiceProvider services) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.GetService<MongoIndexes>() is not { } indexes)
            return;
        try
        {
            await indexes.Of(Collection.Requests).WaitAsync(stoppingToken);
            foreach (var index in MongoIndex.All.Where(index => index.ExpiresAfter is not null))
                await services
                    .GetRequiredService<IMongoDatabase>()
                    .GetCollection<BsonDocument>(index.Collection.Name)
                    .Indexes.DropOneAsync(index.Name, stoppingToken);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException or MongoException)
        {
            // The test ends, its server is away on purpose, or another instance has dropped it.
        }
    }
}
