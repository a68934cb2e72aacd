using System.Net;
using Benevoclic.Api.Hosting.Errors;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>What the stores of the features share: the database, the measurements, and what an unreachable server means.</summary>
sealed class MongoStore(IMongoDatabase database, MongoIndexes indexes, StoreMetrics metrics, TimeProvider clock)
{
    /// <summary>How long one operation may take, everything included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.6);

    const string Dependency = "MongoDB";
    const string Name = "mongodb";

    public MongoDocuments this[Collection collection] =>
        new(this, collection, database.GetCollection<BsonDocument>(collection.Name));

    public string NewId() => DocumentId.New(clock);

    /// <exception cref="UnavailableException">No server answers, or not in time, or it refuses everybody.</exception>
    public Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> work, CancellationToken ct) =>
        metrics.MeasureAsync(Name, operation, () => WithPatienceAsync(work, ct));

    /// <summary>As <see cref="RunAsync"/>, for what relies on a unique index of the collection.</summary>
    public Task<T> RunAddingAsync<T>(
        Collection collection,
        string operation,
        Func<CancellationToken, Task<T>> work,
        CancellationToken ct
    ) =>
        RunAsync(
            operation,
            async limit =>
            {
                await indexes.Of(collection).WaitAsync(limit);
                return await work(limit);
            },
            ct
        );

    public Task<bool> PingAsync(CancellationToken ct) =>
        RunAsync(
            "check",
            async limit =>
            {
                await database.RunCommandAsync<BsonDocument>(new BsonDocument("ping", 1), cancellationToken: limit);
                return true;
            },
            ct
        );

    async Task<T> WithPatienceAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await work(limit.Token);
        }
        catch (OperationCanceledException error) when (!ct.IsCancellationRequested)
        {
            throw new UnavailableException(Dependency, error);
        }
        catch (TimeoutException)
        {
            throw new UnavailableException(Dependency, new TimeoutException(Servers()));
        }
        catch (Exception error) when (MongoFault.IsOutage(error))
        {
            throw new UnavailableException(Dependency, error);
        }
        catch (Exception error) when (MongoFault.Refusal(error) is { } reason)
        {
            throw UnavailableException.Refusing(Dependency, reason, error);
        }
    }

    // The driver's own words are a page for each request, with the stack of its last try.
    string Servers() =>
        "no server in time; "
        + string.Join(
            ", ",
            database.Client.Cluster.Description.Servers.Select(server =>
                $"{NameOf(server.EndPoint)}: {server.HeartbeatException?.GetBaseException().Message ?? "no word from it"}"
            )
        );

    static string NameOf(EndPoint place) => place is DnsEndPoint dns ? $"{dns.Host}:{dns.Port}" : $"{place}";
}
