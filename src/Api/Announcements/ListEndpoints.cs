using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;

namespace Benevoclic.Api.Announcements;

/// <summary>Announcements of an association, of a person, and all of them.</summary>
static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder announcements)
    {
        announcements.MapGet("/allAnnouncements", All).ForAnyone().Answers<AnnouncementShape[]>();
        announcements
            .MapGet("/association/{associationId}", OfAssociation)
            .For(Role.Association, Role.Volunteer, Role.Admin)
            .Answers<AnnouncementShape[]>();
        announcements
            .MapGet("/volunteer/{volunteerId}", OfVolunteer)
            .For(Role.Volunteer, Role.Admin, Role.Association)
            .Answers<AnnouncementShape[]>();
        announcements
            .MapGet("/participant/past/{volunteerId}", PastOf)
            .For(Role.Volunteer, Role.Admin)
            .Answers<AnnouncementShape[]>();
        announcements
            .MapGet("/participant/{volunteerId}", OfParticipant)
            .For(Role.Volunteer, Role.Admin)
            .Answers<AnnouncementShape[]>();
    }

    static AnnouncementStream All(IAnnouncements announcements, AnnouncementPictures pictures) =>
        new(announcements, pictures);

    static async Task<JsonAnswer> OfAssociation(
        string associationId,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        CancellationToken ct
    )
    {
        var found = await announcements.ListOfAssociationAsync(associationId, ct);
        return Answer.Ok(await pictures.ShowAsync(found, Audience.Members, ct));
    }

    static Task<JsonAnswer> OfVolunteer(
        string volunteerId,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var found = announcements.ListOfPersonAsync(
            volunteerId,
            [Side.Volunteers.List, Announcement.Waiting],
            Tense.Upcoming,
            Moment.Now(clock),
            ct
        );
        return ShowAsync(found, pictures, ct);
    }

    static Task<JsonAnswer> PastOf(
        string volunteerId,
        Caller caller,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        var found = announcements.ListOfPersonAsync(
            volunteerId,
            [Side.Participants.List, Side.Volunteers.List],
            Tense.Past,
            Moment.Now(clock),
            ct
        );
        return ShowAsync(found, pictures, ct);
    }

    static Task<JsonAnswer> OfParticipant(
        string volunteerId,
        Caller caller,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        var found = announcements.ListOfPersonAsync(
            volunteerId,
            [Side.Participants.List],
            Tense.Upcoming,
            Moment.Now(clock),
            ct
        );
        return ShowAsync(found, pictures, ct);
    }

    static async Task<JsonAnswer> ShowAsync(
        Task<IReadOnlyList<Announcement>> found,
        AnnouncementPictures pictures,
        CancellationToken ct
    ) => Answer.Ok(await pictures.ShowAsync(await found, Audience.Members, ct));
}
