using Benevoclic.Api.Repeats;
using MongoDB.Bson;

namespace Benevoclic.Api.Storage.Mongo;

/// <summary>The server itself removes what has expired.</summary>
sealed class MongoRequestRecords(MongoStore store) : IRequestRecords
{
    readonly MongoDocuments _requests = store[Collection.Requests];

    public async Task<bool> BeginAsync(RequestRecord request, CancellationToken ct) =>
        await _requests.AddAsync(request.Document, ct) is not null;

    public async Task<RequestRecord?> FindAsync(string key, CancellationToken ct) =>
        await _requests.FindAsync(key, ct) is { } document ? new(document) : null;

    public async Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct)
    {
        var update = new BsonDocument
        {
            ["$set"] = _requests.ToBson(request.Document),
            ["$unset"] = new BsonDocument(RequestRecord.AnswerField, ""),
        };
        return await ChangeRunAsync("take_over", abandoned, update, ct) is not null;
    }

    public Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct) =>
        _requests.ChangeAsync(key, RequestRecord.Answered(answer), ct);

    public Task LetGoAsync(RequestRecord run, CancellationToken ct) =>
        ChangeRunAsync("let_go", run, new BsonDocument("$set", _requests.ToBson(RequestRecord.LetGo)), ct);

    /// <summary>Null when somebody else is at it, or nobody.</summary>
    async Task<Document?> ChangeRunAsync(string verb, RequestRecord run, BsonDocument update, CancellationToken ct)
    {
        var decision = await _requests.DecideAsync(
            verb,
            run.Key,
            _requests.ToBson(run.Run),
            update,
            _ => Decision.Refuse("somebody else did"),
            ct
        );
        return decision?.Changed;
    }
}
