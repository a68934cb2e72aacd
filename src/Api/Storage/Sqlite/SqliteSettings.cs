using Benevoclic.Api.Settings;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteSettings(SqliteStore store, TimeProvider clock) : ISettings
{
    public async Task<OwnerSettings?> FindAsync(SettingsKind kind, string owner, CancellationToken ct) =>
        await store[kind.Collection].FindAsync(owner) is { } found ? new(kind, found) : null;

    public async Task<OwnerSettings> PutAsync(SettingsKind kind, string owner, Document fields, CancellationToken ct)
    {
        var added = OwnerSettings.New(kind, owner, clock.GetUtcNow()).Document;
        return new(kind, await store[kind.Collection].PutAsync(owner, found => (found ?? added).With(fields)));
    }

    public Task<bool> RemoveAsync(SettingsKind kind, string owner, CancellationToken ct) =>
        store[kind.Collection].RemoveAsync(owner);
}
