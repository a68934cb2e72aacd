using Benevoclic.Api.Settings;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoSettings(MongoStore store, TimeProvider clock) : ISettings
{
    public async Task<OwnerSettings?> FindAsync(SettingsKind kind, string owner, CancellationToken ct) =>
        await store[kind.Collection].FindAsync(owner, ct) is { } found ? new(kind, found) : null;

    public async Task<OwnerSettings> PutAsync(SettingsKind kind, string owner, Document fields, CancellationToken ct)
    {
        var added = OwnerSettings.New(kind, owner, clock.GetUtcNow()).Document;
        return new(kind, await store[kind.Collection].PutAsync(owner, fields, added, ct));
    }

    public Task<bool> RemoveAsync(SettingsKind kind, string owner, CancellationToken ct) =>
        store[kind.Collection].RemoveAsync(owner, ct);
}
