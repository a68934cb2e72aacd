namespace Benevoclic.Api.Tests.Routes;

/// <summary>About the volunteer's account. An upload without a picture is 400 for who may.</summary>
static class AccountRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("POST /user/register", _ => "/user/register", 201, 201, 201, 201, 201, 201)
        {
            Body = world => new { email = world.NewEmail, password = World.Password },
        },
        new("POST /user/register-user-verified", _ => "/user/register-user-verified", 201, 201, 201, 201, 201, 201)
        {
            Body = world => new { email = world.Volunteer.Email },
        },
        new("POST /user/register-google", _ => "/user/register-google", 201, 201, 201, 201, 201, 201)
        {
            Body = world => new { idToken = world.SignIn.IdToken },
        },
        new("POST /user/login", _ => "/user/login", 201, 201, 201, 201, 201, 201)
        {
            Body = world => new { email = world.Volunteer.Email, password = World.Password },
        },
        new("POST /user/refresh", _ => "/user/refresh", 201, 201, 201, 201, 201, 201)
        {
            Body = world => new { refreshToken = world.SignIn.RefreshToken },
        },
        new("POST /user/logout", _ => "/user/logout", 401, 201, 201, 201, 201, 201) { Body = _ => new { } },
        new("GET /user/current-user", _ => "/user/current-user", 401, 200, 200, 200, 200, 200),
        new("GET /user/volunteers", _ => "/user/volunteers", 401, 403, 403, 403, 403, 200),
        new("GET /user/association", _ => "/user/association", 401, 403, 403, 403, 403, 200),
        new("GET /user", _ => "/user", 401, 403, 403, 403, 403, 200),
        new("GET /user/email/{email}", world => $"/user/email/{world.Volunteer.Email}", 401, 403, 403, 403, 403, 200),
        new("GET /user/{id}", world => $"/user/{world.Volunteer.Uid}", 200, 200, 200, 200, 200, 200),
        new("PATCH /user/{id}", world => $"/user/{world.Volunteer.Uid}", 401, 200, 403, 403, 403, 200)
        {
            Body = _ => new { phoneNumber = "0601020304" },
        },
        new("PATCH /user/{id}/location", world => $"/user/{world.Volunteer.Uid}/location", 401, 200, 403, 403, 403, 200)
        {
            Body = _ => new { city = "Pau" },
        },
        new(
            "PATCH /user/{id}/isCompleted/{isCompleted}",
            world => $"/user/{world.Volunteer.Uid}/isCompleted/true",
            401,
            200,
            403,
            403,
            403,
            200
        )
        {
            Body = _ => new { },
        },
        new(
            "PATCH /user/{id}/update-connected/{connected}",
            world => $"/user/{world.Volunteer.Uid}/update-connected/true",
            401,
            200,
            403,
            403,
            403,
            200
        )
        {
            Body = _ => new { },
        },
        new(
            "PATCH /user/{id}/update-avatar",
            world => $"/user/{world.Volunteer.Uid}/update-avatar",
            401,
            400,
            403,
            403,
            403,
            400
        ),
        new("GET /user/avatar/{id}", world => $"/user/avatar/{world.Volunteer.Uid}", 200, 200, 200, 200, 200, 200),
        new("DELETE /user/{id}", world => $"/user/{world.Volunteer.Uid}", 401, 200, 403, 403, 403, 200),
        new("GET /auth/session", _ => "/auth/session", 401, 200, 200, 200, 200, 200),
        new("POST /auth/session/refresh", _ => "/auth/session/refresh", 401, 201, 201, 201, 201, 201),
        new("POST /auth/session/validate", _ => "/auth/session/validate", 401, 201, 201, 201, 201, 201),
        new(
            "GET /admin/{adminId}/check-approval-status",
            world => $"/admin/{world.Admin.Uid}/check-approval-status",
            401,
            403,
            403,
            403,
            403,
            200
        ),
    ];
}
