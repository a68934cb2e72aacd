namespace Benevoclic.Api.Tests.Routes;

/// <summary>About the association's figures.</summary>
static class DashboardRows
{
    static readonly string[] Parts =
    [
        "",
        "/announcements",
        "/participants",
        "/volunteers",
        "/engagement",
        "/timeline",
        "/event-types",
    ];

    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        .. Parts.Select(part => new RouteRow(
            $"GET /association-dashboard/{{associationId}}{part}",
            world => $"/association-dashboard/{world.Association.Uid}{part}",
            401,
            403,
            403,
            200,
            403,
            200
        )),
    ];
}
