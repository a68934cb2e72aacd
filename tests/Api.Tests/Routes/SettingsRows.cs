namespace Benevoclic.Api.Tests.Routes;

/// <summary>Everybody's own; none are stored yet, so there are none to delete.</summary>
static class SettingsRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("GET /settings/volunteer", _ => "/settings/volunteer", 401, 200, 200, 403, 403, 403),
        new(
            "GET /settings/volunteer/{volunteerId}",
            world => $"/settings/volunteer/{world.Volunteer.Uid}",
            200,
            200,
            200,
            200,
            200,
            200
        ),
        new("PUT /settings/volunteer", _ => "/settings/volunteer", 401, 200, 200, 403, 403, 403)
        {
            Body = _ => new { twoFactor = true },
        },
        new("DELETE /settings/volunteer", _ => "/settings/volunteer", 401, 404, 404, 403, 403, 403),
        new("GET /settings/association", _ => "/settings/association", 401, 403, 403, 200, 200, 403),
        new(
            "GET /settings/association/{associationId}",
            world => $"/settings/association/{world.Association.Uid}",
            200,
            200,
            200,
            200,
            200,
            200
        ),
        new("PUT /settings/association", _ => "/settings/association", 401, 403, 403, 200, 200, 403)
        {
            Body = _ => new { twoFactor = true },
        },
        new("DELETE /settings/association", _ => "/settings/association", 401, 403, 403, 404, 404, 403),
    ];
}
