using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>A collection without its feature: how tests put documents there that the API itself would not write, and look at them.</summary>
sealed class Raw(TestStore store, Collection collection)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <returns>Its `_id`.</returns>
    public async Task<string> AddAsync(string json)
    {
        var document = Document.Stored(System.Text.Encoding.UTF8.GetBytes(json));
        var added =
            store.Kind == StoreKind.Sqlite
                ? await store.Get<SqliteStore>()[collection].AddAsync(document)
                : await store.Get<MongoStore>()[collection].AddAsync(document, Ct);
        return added!.Text(DocumentId.Field)!;
    }

    /// <summary>Each without its `_id`, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> AllAsync()
    {
        var all =
            store.Kind == StoreKind.Sqlite
                ? await store.Get<SqliteStore>()[collection].ListAsync()
                : await store.Get<MongoStore>()[collection].ListAsync(Ct);
        return [.. all.Select(document => document.Without(DocumentId.Field).ToString())];
    }
}
