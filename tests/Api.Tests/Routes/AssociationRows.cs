namespace Benevoclic.Api.Tests.Routes;

/// <summary>About the association: the volunteer is its member already, the other one waits to be.</summary>
static class AssociationRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("POST /association/createAssociation", _ => "/association/createAssociation", 401, 403, 403, 400, 404, 403)
        {
            Body = world => new { email = world.Association.Email, associationName = "A" },
        },
        new("GET /association/all", _ => "/association/all", 401, 403, 403, 403, 403, 200),
        new("GET /association/nb-association", _ => "/association/nb-association", 200, 200, 200, 200, 200, 200),
        new(
            "GET /association/by-id/{associationId}",
            world => $"/association/by-id/{world.Association.Uid}",
            200,
            200,
            200,
            200,
            200,
            200
        ),
        new(
            "GET /association/waiting-list/{associationId}/{volunteerId}",
            world => $"/association/waiting-list/{world.Association.Uid}/{world.Volunteer.Uid}",
            401,
            200,
            200,
            403,
            403,
            200
        ),
        new(
            "GET /association/volunteer-list/{associationId}/{volunteerId}",
            world => $"/association/volunteer-list/{world.Association.Uid}/{world.Volunteer.Uid}",
            401,
            200,
            200,
            403,
            403,
            200
        ),
        new(
            "GET /association/volunteer-waiting-list/all/{volunteerId}",
            world => $"/association/volunteer-waiting-list/all/{world.Volunteer.Uid}",
            401,
            200,
            200,
            403,
            403,
            200
        ),
        new(
            "GET /association/volunteer-list/{volunteerId}",
            world => $"/association/volunteer-list/{world.Volunteer.Uid}",
            401,
            200,
            200,
            200,
            200,
            200
        ),
        new(
            "GET /association/waiting/by-volunteer/{volunteerId}",
            world => $"/association/waiting/by-volunteer/{world.Volunteer.Uid}",
            401,
            200,
            200,
            403,
            403,
            403
        ),
        new(
            "GET /association/by-volunteer/{volunteerId}",
            world => $"/association/by-volunteer/{world.Volunteer.Uid}",
            401,
            200,
            200,
            403,
            403,
            403
        ),
        new(
            "PATCH /association/update/{associationId}",
            world => $"/association/update/{world.Association.Uid}",
            401,
            403,
            403,
            200,
            403,
            200
        )
        {
            Body = _ => new { city = "Pau" },
        },
        new(
            "DELETE /association/delete/{associationId}",
            world => $"/association/delete/{world.Association.Uid}",
            401,
            403,
            403,
            200,
            403,
            200
        ),
        new(
            "PATCH /association/volunteer/add/{associationId}",
            world => $"/association/volunteer/add/{world.Association.Uid}",
            401,
            403,
            403,
            200,
            403,
            403
        )
        {
            Body = world => new { volunteerId = world.OtherVolunteer.Uid, volunteerName = "Zoé" },
        },
        new(
            "PATCH /association/volunteer/remove/{associationId}/{volunteerId}",
            world => $"/association/volunteer/remove/{world.Association.Uid}/{world.Volunteer.Uid}",
            401,
            200,
            403,
            200,
            403,
            200
        )
        {
            Body = _ => new { },
        },
        new(
            "PATCH /association/volunteer-waiting/register/{associationId}",
            world => $"/association/volunteer-waiting/register/{world.Association.Uid}",
            401,
            400,
            403,
            400,
            403,
            400
        )
        {
            Body = world => new { volunteerId = world.Volunteer.Uid, volunteerName = "Zoé" },
        },
        new(
            "PATCH /association/volunteer-waiting/remove/{associationId}/{volunteer}",
            world => $"/association/volunteer-waiting/remove/{world.Association.Uid}/{world.OtherVolunteer.Uid}",
            401,
            403,
            200,
            200,
            403,
            200
        )
        {
            Body = _ => new { },
        },
    ];
}
