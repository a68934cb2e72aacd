using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Support;

/// <summary>The collection `support`. Lists have the newest report first.</summary>
interface IReports
{
    /// <summary>The report with its `_id`.</summary>
    Task<Report> AddAsync(Report report, CancellationToken ct);

    Task<Report?> FindAsync(string id, CancellationToken ct);

    Task<IReadOnlyList<Report>> ListAsync(CancellationToken ct);

    /// <summary>One page of those that match.</summary>
    Task<IReadOnlyList<Report>> ListAsync(ReportFilter filter, CancellationToken ct);

    Task<long> CountAsync(ReportFilter filter, CancellationToken ct);

    /// <summary>Sets these fields. The report after the change, null when there is none.</summary>
    Task<Report?> ChangeAsync(string id, Document fields, CancellationToken ct);

    /// <summary>False when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken ct);
}
