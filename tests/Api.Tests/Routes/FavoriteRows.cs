namespace Benevoclic.Api.Tests.Routes;

/// <summary>About the volunteer's favorite. By announcement everybody sees and removes his own alone.</summary>
static class FavoriteRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new("POST /favorites-announcement", _ => "/favorites-announcement", 401, 201, 403, 403, 403, 403)
        {
            Body = world => new { volunteerId = world.Volunteer.Uid, announcementId = "another" },
        },
        new("GET /favorites-announcement/all", _ => "/favorites-announcement/all", 401, 403, 403, 403, 403, 200),
        new(
            "GET /favorites-announcement/volunteer/{volunteerId}",
            world => $"/favorites-announcement/volunteer/{world.Volunteer.Uid}",
            401,
            200,
            403,
            403,
            403,
            200
        ),
        new(
            "GET /favorites-announcement/announcement/{announcementId}",
            world => $"/favorites-announcement/announcement/{world.FavoriteId}",
            401,
            200,
            200,
            403,
            403,
            200
        ),
        new(
            "GET /favorites-announcement/volunteer/{volunteerId}/announcement/{announcementId}",
            world => $"/favorites-announcement/volunteer/{world.Volunteer.Uid}/announcement/{world.FavoriteId}",
            401,
            200,
            403,
            403,
            403,
            200
        ),
        new(
            "DELETE /favorites-announcement/volunteer/{volunteerId}/announcement/{announcementId}",
            world => $"/favorites-announcement/volunteer/{world.Volunteer.Uid}/announcement/{world.FavoriteId}",
            401,
            200,
            403,
            403,
            403,
            403
        ),
        new(
            "DELETE /favorites-announcement/volunteer/{volunteerId}",
            world => $"/favorites-announcement/volunteer/{world.Volunteer.Uid}",
            401,
            200,
            403,
            403,
            403,
            403
        ),
        new(
            "DELETE /favorites-announcement/announcement/{announcementId}",
            world => $"/favorites-announcement/announcement/{world.FavoriteId}",
            401,
            200,
            200,
            403,
            403,
            403
        ),
        new(
            "GET /favorites-announcement/volunteer/announcements/{volunteerId}",
            world => $"/favorites-announcement/volunteer/announcements/{world.Volunteer.Uid}",
            401,
            200,
            403,
            403,
            403,
            200
        ),
        new(
            "GET /favorites-announcement/volunteer/{volunteerId}/favorites",
            world => $"/favorites-announcement/volunteer/{world.Volunteer.Uid}/favorites",
            401,
            200,
            403,
            403,
            403,
            200
        ),
    ];
}
