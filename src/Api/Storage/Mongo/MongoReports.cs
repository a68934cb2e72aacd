using Benevoclic.Api.Support;
using MongoDB.Bson;

namespace Benevoclic.Api.Storage.Mongo;

sealed class MongoReports(MongoStore store) : IReports
{
    static readonly BsonDocument NewestFirst = new() { [Report.CreatedAt] = -1, [DocumentId.Field] = -1 };

    readonly MongoDocuments _reports = store[Collection.Support];

    public async Task<Report> AddAsync(Report report, CancellationToken ct) =>
        new((await _reports.AddAsync(report.Document, ct))!);

    public async Task<Report?> FindAsync(string id, CancellationToken ct) => As(await _reports.FindAsync(id, ct));

    public async Task<IReadOnlyList<Report>> ListAsync(CancellationToken ct) =>
        All(await _reports.PageWhereAsync(new BsonDocument(), NewestFirst, 0, int.MaxValue, ct));

    public async Task<IReadOnlyList<Report>> ListAsync(ReportFilter filter, CancellationToken ct) =>
        All(await _reports.PageWhereAsync(Condition(filter), NewestFirst, filter.Skip, filter.Limit, ct));

    public Task<long> CountAsync(ReportFilter filter, CancellationToken ct) =>
        _reports.CountWhereAsync(Condition(filter), ct);

    public async Task<Report?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _reports.ChangeAsync(id, fields, ct));

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _reports.RemoveAsync(id, ct);

    static BsonDocument Condition(ReportFilter filter)
    {
        var condition = new BsonDocument(filter.Equal.Select(pair => new BsonElement(pair.Field, pair.Text)));
        var created = new BsonDocument();
        if (filter.From is { } from)
            created["$gte"] = from.UtcDateTime;
        if (filter.To is { } to)
            created["$lte"] = to.UtcDateTime;
        if (created.ElementCount > 0)
            condition[Report.CreatedAt] = created;
        return condition;
    }

    static Report? As(Document? document) => document is null ? null : new(document);

    static IReadOnlyList<Report> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Report(document))];
}
