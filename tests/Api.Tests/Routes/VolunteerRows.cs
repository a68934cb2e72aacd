namespace Benevoclic.Api.Tests.Routes;

/// <summary>About the volunteer, who has a profile: a second one is 400, one for somebody else's email 404.</summary>
static class VolunteerRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("POST /volunteer", _ => "/volunteer", 401, 400, 404, 403, 403, 403)
        {
            Body = world => new { email = world.Volunteer.Email },
        },
        new("GET /volunteer/nb-volunteer", _ => "/volunteer/nb-volunteer", 200, 200, 200, 200, 200, 200),
        new("GET /volunteer", _ => "/volunteer", 401, 403, 403, 403, 403, 200),
        new("GET /volunteer/{id}", world => $"/volunteer/{world.Volunteer.Uid}", 200, 200, 200, 200, 200, 200),
        new("PATCH /volunteer/{id}", world => $"/volunteer/{world.Volunteer.Uid}", 401, 200, 403, 403, 403, 403)
        {
            Body = _ => new { city = "Pau" },
        },
        new("DELETE /volunteer/{id}", world => $"/volunteer/{world.Volunteer.Uid}", 401, 200, 403, 403, 403, 403),
    ];
}
