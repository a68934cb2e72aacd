namespace Benevoclic.Api.Tests.Routes;

/// <summary>Cleaning up, which an administrator may start by hand.</summary>
static class OrphanRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("POST /orphan-cleanup/manual", _ => "/orphan-cleanup/manual", 401, 403, 403, 403, 403, 201),
        new("GET /orphan-cleanup/status", _ => "/orphan-cleanup/status", 401, 200, 200, 200, 200, 200),
        new("GET /orphan-cleanup/{volunteerId}", _ => "/orphan-cleanup/gone", 401, 403, 403, 403, 403, 200),
        new("DELETE /orphan-cleanup/{volunteerId}", _ => "/orphan-cleanup/gone", 401, 403, 403, 403, 403, 200),
    ];
}
