using Benevoclic.Api.Repeats;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteRequestRecords(SqliteStore store) : IRequestRecords
{
    readonly SqliteDocuments _requests = store[Collection.Requests];

    public Task<bool> BeginAsync(RequestRecord request, CancellationToken ct) =>
        _requests.TryAddAsync(request.Document, "expiresAt < $1", request.Started);

    public async Task<RequestRecord?> FindAsync(string key, CancellationToken ct) =>
        await _requests.FindAsync(key) is { } document ? new(document) : null;

    public async Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct) =>
        await ChangeRunAsync(
            "take_over",
            abandoned,
            record => record.Without(RequestRecord.AnswerField).With(request.Document)
        )
            is not null;

    public Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct) =>
        _requests.ChangeAsync(key, RequestRecord.Answered(answer));

    public Task LetGoAsync(RequestRecord run, CancellationToken ct) =>
        ChangeRunAsync("let_go", run, record => record.With(RequestRecord.LetGo));

    /// <summary>Null when somebody else is at it, or nobody.</summary>
    async Task<Document?> ChangeRunAsync(string verb, RequestRecord run, Func<Document, Document> change)
    {
        var decision = await _requests.DecideAsync(
            verb,
            run.Key,
            record =>
                new RequestRecord(record).IsSameRun(run)
                    ? Decision.To(change(record))
                    : Decision.Refuse("somebody else did")
        );
        return decision?.Changed;
    }
}
