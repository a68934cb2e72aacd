using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Support;

namespace Benevoclic.Api.Storage.Sqlite;

sealed class SqliteReports(SqliteStore store) : IReports
{
    const string NewestFirst = "createdAt DESC, _id DESC";

    readonly SqliteDocuments _reports = store[Collection.Support];

    public async Task<Report> AddAsync(Report report, CancellationToken ct) =>
        new((await _reports.AddAsync(report.Document))!);

    public async Task<Report?> FindAsync(string id, CancellationToken ct) => As(await _reports.FindAsync(id));

    public async Task<IReadOnlyList<Report>> ListAsync(CancellationToken ct) =>
        All(await _reports.PageWhereAsync("1", NewestFirst, 0, int.MaxValue));

    public async Task<IReadOnlyList<Report>> ListAsync(ReportFilter filter, CancellationToken ct) =>
        All(await _reports.PageWhereAsync(Condition(filter), NewestFirst, filter.Skip, filter.Limit, ValuesOf(filter)));

    public Task<long> CountAsync(ReportFilter filter, CancellationToken ct) =>
        _reports.CountWhereAsync(Condition(filter), ValuesOf(filter));

    public async Task<Report?> ChangeAsync(string id, Document fields, CancellationToken ct) =>
        As(await _reports.ChangeAsync(id, fields));

    public Task<bool> RemoveAsync(string id, CancellationToken ct) => _reports.RemoveAsync(id);

    // The names come from ReportFilter and not from outside.
    static string Condition(ReportFilter filter)
    {
        var conditions = filter.Equal.Select(pair => $"{pair.Field} =").ToList();
        if (filter.From is not null)
            conditions.Add("createdAt >=");
        if (filter.To is not null)
            conditions.Add("createdAt <=");
        return conditions.Count == 0 ? "1" : string.Join(" AND ", conditions.Select((text, i) => $"{text} ${i + 1}"));
    }

    static object[] ValuesOf(ReportFilter filter)
    {
        var values = filter.Equal.Select(pair => (object)pair.Text).ToList();
        if (filter.From is { } from)
            values.Add(MillisecondTime.Text(from));
        if (filter.To is { } to)
            values.Add(MillisecondTime.Text(to));
        return [.. values];
    }

    static Report? As(Document? document) => document is null ? null : new(document);

    static IReadOnlyList<Report> All(IReadOnlyList<Document> documents) =>
        [.. documents.Select(document => new Report(document))];
}
