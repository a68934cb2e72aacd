using System.Text.Json.Serialization;

namespace Benevoclic.Api.Support;

/// <summary>A report.</summary>
/// <param name="DocumentId">24 hex digits.</param>
/// <param name="Id">The same; only of a new report.</param>
/// <param name="Status">PENDING, IN_PROGRESS, RESOLVED or REJECTED.</param>
/// <param name="Priority">LOW, MEDIUM, HIGH or CRITICAL.</param>
/// <param name="UserId">Who sent it, as far as he let us know.</param>
sealed record ReportShape(
    [property: JsonPropertyName("_id")] string DocumentId,
    string? Id,
    string Type,
    string Category,
    string Description,
    string? AnnouncementId,
    string? UserId,
    string? UserEmail,
    string? UserAgent,
    string? PageUrl,
    string? BrowserInfo,
    string? DeviceInfo,
    string? AdminNotes,
    string Status,
    string Priority,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

sealed record ReportPageShape(ReportShape[] Reports, PageShape Meta);

/// <param name="Page">From 1 on.</param>
/// <param name="Total">Of all pages.</param>
sealed record PageShape(int Page, int Limit, long Total, long Pages);

sealed record ReportStatisticsShape(
    int Total,
    int Pending,
    int InProgress,
    int Resolved,
    int Rejected,
    int AnnouncementReports,
    int TechnicalReports
);
