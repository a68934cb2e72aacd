namespace Benevoclic.Api.Tests.Routes;

static class SupportRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("POST /support/reports", _ => "/support/reports", 201, 201, 201, 201, 201, 201)
        {
            Body = _ => new
            {
                type = "OTHER",
                category = "OTHER",
                description = "x",
            },
        },
        new("GET /support/reports", _ => "/support/reports", 401, 403, 403, 403, 403, 200),
        new("GET /support/reports/my", _ => "/support/reports/my", 401, 200, 200, 200, 200, 200),
        new("GET /support/reports/filter", _ => "/support/reports/filter", 401, 403, 403, 403, 403, 200),
        new(
            "GET /support/reports/announcement/{announcementId}",
            _ => "/support/reports/announcement/x",
            401,
            403,
            403,
            403,
            403,
            200
        ),
        new("GET /support/reports/{id}", world => $"/support/reports/{world.ReportId}", 401, 403, 403, 403, 403, 200),
        new("PATCH /support/reports/{id}", world => $"/support/reports/{world.ReportId}", 401, 403, 403, 403, 403, 200)
        {
            Body = _ => new { adminNotes = "x" },
        },
        new(
            "PATCH /support/reports/{id}/status",
            world => $"/support/reports/{world.ReportId}/status",
            401,
            403,
            403,
            403,
            403,
            200
        )
        {
            Body = _ => new { status = "RESOLVED" },
        },
        new(
            "PATCH /support/reports/{id}/priority",
            world => $"/support/reports/{world.ReportId}/priority",
            401,
            403,
            403,
            403,
            403,
            200
        )
        {
            Body = _ => new { priority = "LOW" },
        },
        new(
            "DELETE /support/reports/{id}",
            world => $"/support/reports/{world.ReportId}",
            401,
            403,
            403,
            403,
            403,
            200
        ),
        new("GET /support/stats", _ => "/support/stats", 401, 403, 403, 403, 403, 200),
    ];
}
