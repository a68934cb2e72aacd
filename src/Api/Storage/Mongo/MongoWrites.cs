using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>Single writes, in which the refusal of a unique index is an answer and no error of the server.</summary>
static class MongoWrites
{
    static readonly FindOneAndUpdateOptions<BsonDocument> Changed = new() { ReturnDocument = ReturnDocument.After };

    static readonly FindOneAndUpdateOptions<BsonDocument> Put = new()
    {
        ReturnDocument = ReturnDocument.After,
        IsUpsert = true,
    };

    /// <summary>The document after the change, null when none meets the condition.</summary>
    /// <exception cref="TakenException"/>
    public static async Task<BsonDocument?> TryChangeAsync(
        this IMongoCollection<BsonDocument> documents,
        FilterDefinition<BsonDocument> condition,
        UpdateDefinition<BsonDocument> update,
        CancellationToken ct
    )
    {
        try
        {
            return await documents.FindOneAndUpdateAsync(condition, update, Changed, ct);
        }
        catch (MongoCommandException error) when (error.Code == MongoFault.DuplicateKey)
        {
            throw new TakenException(error);
        }
    }

    /// <summary>Changes the document with this key, or adds it. The document as it is then.</summary>
    public static async Task<BsonDocument> PutAsync(
        this IMongoCollection<BsonDocument> documents,
        FilterDefinition<BsonDocument> key,
        BsonDocument update,
        CancellationToken ct
    )
    {
        try
        {
            return await documents.FindOneAndUpdateAsync<BsonDocument>(key, update, Put, ct);
        }
        catch (MongoCommandException error) when (error.Code == MongoFault.DuplicateKey)
        {
            // Two that saw none both add; the unique index lets one, and now there is one to change.
            return await documents.FindOneAndUpdateAsync<BsonDocument>(key, update, Put, ct);
        }
    }

    /// <summary>False when something unique in it is taken.</summary>
    public static async Task<bool> TryAddAsync(
        this IMongoCollection<BsonDocument> documents,
        BsonDocument document,
        CancellationToken ct
    )
    {
        try
        {
            await documents.InsertOneAsync(document, cancellationToken: ct);
            return true;
        }
        catch (MongoWriteException error) when (error.WriteError.Category == ServerErrorCategory.DuplicateKey)
        {
            return false;
        }
    }
}
