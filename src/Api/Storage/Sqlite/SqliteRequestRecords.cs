using Benevoclic.Api.Repeats;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteRequestRecords(SqliteStore store) : IRequestRecords
{
    readonly SqliteDocuments _requests = store[Collection.Requests];

    public Task<bool> BeginAsync(RequestRecord request, CancellationToken ct) =>
        _requests.TryAddAsync(request.Document, "expiresAt < $1", request.Started);

    public async Task<RequestRecord?> FindAsync(string key, CancellationToken ct) =>
        await _requests.FindAsync(key) is { } document ? new(document) : null;

    public async Task<bool> TakeOverAsync(RequestRecord abandoned, RequestRecord request, CancellationToken ct)
    {
        var decision = await _requests.DecideAsync(
            "take_over",
            request.Key,
            document =>
                new RequestRecord(document).Started == abandoned.Started
                    ? Decision.To(document.Without(RequestRecord.AnswerField).With(request.Document))
                    : Decision.Refuse("somebody else did")
        );
        return decision?.Changed is not null;
    }

    public Task KeepAsync(string key, KeptAnswer answer, CancellationToken ct) =>
        _requests.ChangeAsync(key, RequestRecord.Answered(answer));

    public Task ReleaseAsync(string key, CancellationToken ct) => _requests.RemoveAsync(key);
}
