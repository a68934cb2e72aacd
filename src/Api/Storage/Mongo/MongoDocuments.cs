using System.Runtime.CompilerServices;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>What every collection can do, measured and within the store's patience.</summary>
sealed class MongoDocuments(MongoStore store, Collection collection, IMongoCollection<BsonDocument> documents)
{
    // A rule that accepts what the update's conditions refused has seen a later state. Twice in a row is bad luck, five times is a bug.
    const int Tries = 5;

    static readonly SortDefinition<BsonDocument> OldestFirst = new BsonDocument(DocumentId.Field, 1);

    public FilterDefinition<BsonDocument> Keyed(string id) =>
        new BsonDocument(collection.Key, Bson.FromText(collection.Key, id));

    public Task<Document?> FindAsync(string id, CancellationToken ct) => FindWhereAsync(Keyed(id), ct);

    public Task<Document?> FindWhereAsync(
        FilterDefinition<BsonDocument> condition,
        CancellationToken ct,
        Collation? collation = null
    ) =>
        RunAsync(
            "find",
            async limit =>
                (Document?)
                    await documents
                        .Find(condition, new FindOptions { Collation = collation })
                        .As(WireSerializer.Instance)
                        .FirstOrDefaultAsync(limit),
            ct
        );

    public Task<IReadOnlyList<Document>> ListAsync(CancellationToken ct) =>
        ListWhereAsync(FilterDefinition<BsonDocument>.Empty, ct);

    /// <param name="fields">All when none is named.</param>
    public Task<IReadOnlyList<Document>> ListWhereAsync(
        FilterDefinition<BsonDocument> condition,
        CancellationToken ct,
        params IEnumerable<string> fields
    )
    {
        BsonDocument wanted = [.. fields.Select(field => new BsonElement(field, 1))];
        return RunAsync(
            "list",
            async limit => await AllOfAsync(documents.Find(condition).Sort(OldestFirst).Project(wanted), limit),
            ct
        );
    }

    public Task<IReadOnlyList<Document>> PageWhereAsync(
        FilterDefinition<BsonDocument> condition,
        SortDefinition<BsonDocument> order,
        int skip,
        int limit,
        CancellationToken ct
    ) =>
        RunAsync(
            "list",
            async cut => await AllOfAsync(documents.Find(condition).Sort(order).Skip(skip).Limit(limit), cut),
            ct
        );

    public Task<long> CountWhereAsync(FilterDefinition<BsonDocument> condition, CancellationToken ct) =>
        RunAsync("count", limit => documents.CountDocumentsAsync(condition, cancellationToken: limit), ct);

    /// <summary>Those of the keys that there are.</summary>
    public Task<IReadOnlySet<string>> WhichExistAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        RunAsync<IReadOnlySet<string>>(
            "exist",
            async limit =>
            {
                var condition = Builders<BsonDocument>.Filter.In(
                    collection.Key,
                    keys.Select(key => Bson.FromText(collection.Key, key))
                );
                var found = documents.Find(condition).Project(new BsonDocument(collection.Key, 1));
                return (await AllOfAsync(found, limit))
                    .Select(document => document.Text(collection.Key))
                    .OfType<string>()
                    .ToHashSet();
            },
            ct
        );

    public Task<long> CountAsync(CancellationToken ct) =>
        RunAsync("count", limit => documents.EstimatedDocumentCountAsync(cancellationToken: limit), ct);

    /// <summary>
    /// The document with its `_id`, null when something unique in it is taken. What an earlier try has added under the same `_id` is as
    /// it is stored.
    /// </summary>
    public Task<Document?> AddAsync(Document document, CancellationToken ct)
    {
        var added = Document.Of((DocumentId.Field, store.NewId())).With(document);
        return store.RunAddingAsync(
            collection,
            Operation("add"),
            async limit =>
                await documents.TryAddAsync(ToBson(added), limit) ? added : await AddedBeforeAsync(added, limit),
            ct
        );
    }

    /// <summary>Sets these fields. Null when there is no such document.</summary>
    /// <exception cref="TakenException"/>
    public Task<Document?> ChangeAsync(string id, Document fields, CancellationToken ct)
    {
        // MongoDB refuses an update that sets nothing.
        if (!fields.Names.Any())
            return FindAsync(id, ct);
        return RunAsync(
            "change",
            async limit =>
                Wire(await documents.TryChangeAsync(Keyed(id), new BsonDocument("$set", ToBson(fields)), limit)),
            ct
        );
    }

    /// <summary>Sets these fields, then runs the stages on what it has become.</summary>
    public Task<Document?> ChangeAsync(
        string id,
        Document fields,
        IReadOnlyList<BsonDocument> stages,
        CancellationToken ct
    )
    {
        var set = ToBson(fields).Select(field => Pipeline.Set(field.Name, Pipeline.Literal(field.Value)));
        var update = Pipeline.Update([.. set, .. stages]);
        return RunAsync("change", async limit => Wire(await documents.TryChangeAsync(Keyed(id), update, limit)), ct);
    }

    /// <summary>Some of what matches, in an order, and how much matches.</summary>
    public Task<(IReadOnlyList<Document> Page, long Total)> PageAsync(
        FilterDefinition<BsonDocument> condition,
        SortDefinition<BsonDocument> order,
        long skipped,
        int most,
        CancellationToken ct
    ) =>
        RunAsync<(IReadOnlyList<Document>, long)>(
            "search",
            async limit =>
            {
                // Once for both commands.
                var filter = condition.Render(new(documents.DocumentSerializer, documents.Settings.SerializerRegistry));
                var total = await documents.CountDocumentsAsync(filter, cancellationToken: limit);
                if (total <= skipped)
                    return ([], total);
                var page = documents.Find(filter).Sort(order).Skip((int)skipped).Limit(most);
                return (await AllOfAsync(page, limit), total);
            },
            ct
        );

    /// <summary>All of them, the oldest first, as the server hands them out.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Document>> ReadAllAsync([EnumeratorCancellation] CancellationToken ct)
    {
        using var cursor = await RunAsync(
            "list",
            limit =>
                documents
                    .Find(FilterDefinition<BsonDocument>.Empty)
                    .Sort(OldestFirst)
                    .As(WireSerializer.Instance)
                    .ToCursorAsync(limit),
            ct
        );
        while (await RunAsync("list", cursor.MoveNextAsync, ct))
        {
            // The first batch of an empty collection is there, and empty.
            if (cursor.Current.ToList() is { Count: > 0 } some)
                yield return some;
        }
    }

    /// <summary>
    /// One conditional update. <paramref name="condition"/> and <paramref name="update"/> say the same as <paramref name="rule"/>,
    /// which names the reason when nothing matched. Null when there is no such document.
    /// </summary>
    public Task<Decision?> DecideAsync(
        string verb,
        string id,
        FilterDefinition<BsonDocument> condition,
        UpdateDefinition<BsonDocument> update,
        Func<Document, Decision> rule,
        CancellationToken ct
    ) =>
        RunAsync(
            verb,
            async limit =>
            {
                for (var i = 0; i < Tries; i++)
                {
                    if (Wire(await documents.TryChangeAsync(Keyed(id) & condition, update, limit)) is { } changed)
                        return Decision.To(changed);
                    if (Wire(await documents.Find(Keyed(id)).FirstOrDefaultAsync(limit)) is not { } found)
                        return null;
                    if (rule(found) is { Refusal: not null } refusal)
                        return refusal;
                }
                throw new InvalidOperationException($"{Operation(verb)}: the update refuses what its rule accepts");
            },
            ct
        );

    /// <summary>
    /// Sets fields of the document with this key, or adds one that has <paramref name="added"/> as well. The document as it is then.
    /// </summary>
    public Task<Document> PutAsync(string id, Document fields, Document added, CancellationToken ct)
    {
        var update = new BsonDocument(
            "$setOnInsert",
            ToBson(
                Document.Of((DocumentId.Field, store.NewId())).With(added.Without([.. fields.Names, collection.Key]))
            )
        );
        // MongoDB refuses an operator without fields.
        if (fields.Names.Any())
            update["$set"] = ToBson(fields);
        return store.RunAddingAsync(
            collection,
            Operation("put"),
            async limit => Bson.ToWire(await documents.PutAsync(Keyed(id), update, limit)),
            ct
        );
    }

    public Task<bool> RemoveAsync(string id, CancellationToken ct) =>
        RunAsync("remove", async limit => (await documents.DeleteOneAsync(Keyed(id), limit)).DeletedCount > 0, ct);

    /// <summary>Changes every document that matches, each atomically. How many.</summary>
    public Task<long> ChangeWhereAsync(
        string verb,
        FilterDefinition<BsonDocument> condition,
        UpdateDefinition<BsonDocument> update,
        CancellationToken ct
    ) =>
        RunAsync(
            verb,
            async limit => (await documents.UpdateManyAsync(condition, update, cancellationToken: limit)).ModifiedCount,
            ct
        );

    public Task<long> RemoveWhereAsync(FilterDefinition<BsonDocument> condition, CancellationToken ct) =>
        RunAsync("remove", async limit => (await documents.DeleteManyAsync(condition, limit)).DeletedCount, ct);

    public BsonDocument ToBson(Document document) => Bson.FromWire(document, collection);

    Task<T> RunAsync<T>(string verb, Func<CancellationToken, Task<T>> work, CancellationToken ct) =>
        store.RunAsync(Operation(verb), work, ct);

    string Operation(string verb) => $"{collection.Name}.{verb}";

    async Task<Document?> AddedBeforeAsync(Document added, CancellationToken ct) =>
        Wire(await documents.Find(ToBson(added.Only(DocumentId.Field))).FirstOrDefaultAsync(ct));

    static Document? Wire(BsonDocument? document) => document is null ? null : Bson.ToWire(document);

    static async Task<IReadOnlyList<Document>> AllOfAsync(
        IFindFluent<BsonDocument, BsonDocument> found,
        CancellationToken ct
    ) => await found.As(WireSerializer.Instance).ToListAsync(ct);
}
