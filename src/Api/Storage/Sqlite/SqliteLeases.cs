using Benevoclic.Api.Orphans;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteLeases(SqliteStore store) : ILeases
{
    readonly SqliteDocuments _leases = store[Collection.Leases];

    public async Task<bool> TakeAsync(string name, DateTimeOffset now, TimeSpan duration, CancellationToken ct)
    {
        if (await _leases.AddAsync(Lease.Of(name, now + duration).Document) is not null)
            return true;
        var taken = await _leases.DecideAsync("take", name, found => new Lease(found).Take(now, now + duration));
        return taken?.Changed is not null;
    }
}
