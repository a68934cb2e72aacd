namespace Benevoclic.Api.Tests.Routes;

/// <summary>
/// About an event of the association: the volunteer helps there, and the other one takes part and waits to help. A cover without
/// a picture is 400 for who may, as is waiting for a place that one has.
/// </summary>
static class AnnouncementRows
{
    //  nobody, the volunteer, another volunteer, the association, another association, an administrator
    public static readonly RouteRow[] All =
    [
        new(
            "GET /announcements/allAnnouncements",
            _ => "/announcements/allAnnouncements",
            200,
            200,
            200,
            200,
            200,
            200
        ),
        new("GET /announcements/{id}", world => $"/announcements/{world.AnnouncementId}", 200, 200, 200, 200, 200, 200),
        new(
            "POST /announcements/createAnnouncement",
            _ => "/announcements/createAnnouncement",
            401,
            403,
            403,
            201,
            403,
            201
        )
        {
            Body = world => world.NewAnnouncement,
        },
        new(
            "POST /announcements/filter/announcements",
            _ => "/announcements/filter/announcements",
            201,
            201,
            201,
            201,
            201,
            201
        )
        {
            Body = _ => new { page = 1, limit = 9 },
        },
        new(
            "POST /announcements/filter/association",
            _ => "/announcements/filter/association",
            401,
            403,
            403,
            201,
            403,
            201
        )
        {
            Body = world => new { associationId = world.Association.Uid },
        },
        new(
            "GET /announcements/association/{associationId}",
            world => $"/announcements/association/{world.Association.Uid}",
            401,
            200,
            200,
            200,
            200,
            200
        ),
        new(
            "GET /announcements/volunteer/{volunteerId}",
            world => $"/announcements/volunteer/{world.Volunteer.Uid}",
            401,
            200,
            200,
            200,
            200,
            200
        ),
        new(
            "GET /announcements/participant/past/{volunteerId}",
            world => $"/announcements/participant/past/{world.Volunteer.Uid}",
            401,
            200,
            403,
            403,
            403,
            200
        ),
        new(
            "GET /announcements/participant/{volunteerId}",
            world => $"/announcements/participant/{world.Volunteer.Uid}",
            401,
            200,
            403,
            403,
            403,
            200
        ),
        new(
            "PATCH /announcements/{id}",
            world => $"/announcements/{world.AnnouncementId}",
            401,
            403,
            403,
            200,
            403,
            200
        )
        {
            Body = _ => new { nameEvent = "Collecte" },
        },
        new(
            "DELETE /announcements/{id}",
            world => $"/announcements/{world.AnnouncementId}",
            401,
            403,
            403,
            200,
            403,
            200
        ),
        new(
            "DELETE /announcements/association/{associationId}",
            world => $"/announcements/association/{world.Association.Uid}",
            401,
            403,
            403,
            200,
            403,
            403
        ),
        new(
            "PATCH /announcements/updateAnnouncementVisibility/{associationId}/{eventVisibility}",
            world => $"/announcements/updateAnnouncementVisibility/{world.Association.Uid}/true",
            401,
            403,
            403,
            200,
            403,
            403
        )
        {
            Body = _ => new { },
        },
        new(
            "PATCH /announcements/updateStatus/{announcementId}",
            world => $"/announcements/updateStatus/{world.AnnouncementId}",
            401,
            403,
            403,
            200,
            403,
            200
        )
        {
            Body = _ => new { status = "INACTIVE" },
        },
        new(
            "PATCH /announcements/coverAnnouncement/{id}",
            world => $"/announcements/coverAnnouncement/{world.AnnouncementId}",
            401,
            403,
            403,
            400,
            403,
            403
        ),
        new(
            "PATCH /announcements/participant/register/{announcementId}",
            world => $"/announcements/participant/register/{world.AnnouncementId}",
            401,
            200,
            403,
            403,
            403,
            403
        )
        {
            Body = world => new { id = world.Volunteer.Uid, name = "Zoé" },
        },
        new(
            "PATCH /announcements/volunteerWaiting/register/{announcementId}",
            world => $"/announcements/volunteerWaiting/register/{world.AnnouncementId}",
            401,
            400,
            403,
            403,
            403,
            403
        )
        {
            Body = world => new { id = world.Volunteer.Uid, name = "Zoé" },
        },
        new(
            "PATCH /announcements/volunteer/register/{announcementId}",
            world => $"/announcements/volunteer/register/{world.AnnouncementId}",
            401,
            403,
            403,
            200,
            403,
            200
        )
        {
            Body = world => new { id = world.OtherVolunteer.Uid, name = "Zoé" },
        },
        new(
            "PATCH /announcements/volunteer/presence/{announcementId}",
            world => $"/announcements/volunteer/presence/{world.AnnouncementId}",
            401,
            403,
            403,
            200,
            403,
            200
        )
        {
            Body = world => new
            {
                id = world.Volunteer.Uid,
                name = "Zoé",
                isPresent = true,
            },
        },
        new(
            "PATCH /announcements/participant/presence/{announcementId}",
            world => $"/announcements/participant/presence/{world.AnnouncementId}",
            401,
            403,
            403,
            200,
            403,
            200
        )
        {
            Body = world => new
            {
                id = world.OtherVolunteer.Uid,
                name = "Ada",
                isPresent = true,
            },
        },
        new(
            "PATCH /announcements/volunteer/unregister/{volunteer}/{announcementId}",
            world => $"/announcements/volunteer/unregister/{world.Volunteer.Uid}/{world.AnnouncementId}",
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
            "PATCH /announcements/participant/unregister/{participant}/{announcementId}",
            world => $"/announcements/participant/unregister/{world.OtherVolunteer.Uid}/{world.AnnouncementId}",
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
        new(
            "PATCH /announcements/volunteerWaiting/unregister/{volunteer}/{announcementId}",
            world => $"/announcements/volunteerWaiting/unregister/{world.OtherVolunteer.Uid}/{world.AnnouncementId}",
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
