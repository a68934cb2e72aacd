using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements.Registering;

/// <summary>
/// Coming and going. A volunteer speaks for himself; the association that gives the event accepts helpers, marks who came, and
/// may take anybody out.
/// </summary>
static class RegistrationEndpoints
{
    const string Missing = "Announcement not found";

    public static void MapRegistrations(this IEndpointRouteBuilder announcements)
    {
        announcements
            .MapPatch("/participant/register/{announcementId}", JoinAsParticipant)
            .For(Role.Volunteer)
            .Answers<AttendeeShape>();
        announcements
            .MapPatch("/volunteerWaiting/register/{announcementId}", Wait)
            .For(Role.Volunteer)
            .Answers<WaitingShape>();
        // Contract oddity 6: a volunteer could accept himself, and mark himself present.
        announcements
            .MapPatch("/volunteer/register/{announcementId}", Accept)
            .For(Role.Association, Role.Admin)
            .Answers<AttendeeShape>();
        announcements
            .MapPatch("/volunteer/presence/{announcementId}", MarkVolunteer)
            .For(Role.Association, Role.Admin)
            .Answers<AttendeeShape>();
        announcements
            .MapPatch("/participant/presence/{announcementId}", MarkParticipant)
            .For(Role.Association, Role.Admin)
            .Answers<AttendeeShape>();
        announcements
            .MapPatch("/volunteer/unregister/{volunteer}/{announcementId}", LeaveAsVolunteer)
            .For(Role.Volunteer, Role.Association, Role.Admin)
            .Answers<string>();
        announcements
            .MapPatch("/participant/unregister/{participant}/{announcementId}", LeaveAsParticipant)
            .For(Role.Volunteer, Role.Association, Role.Admin)
            .Answers<string>();
        announcements
            .MapPatch("/volunteerWaiting/unregister/{volunteer}/{announcementId}", StopWaiting)
            .For(Role.Volunteer, Role.Association, Role.Admin)
            .Answers<string>();
    }

    static async Task<JsonAnswer> JoinAsParticipant(
        string announcementId,
        AttendeeRequest request,
        Caller caller,
        IAnnouncements announcements,
        ISettings settings,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(request.Id);
        var wanted = await SettingsAsync(announcementId, announcements, settings, ct);
        var join = new Registration.Join(
            Side.Participants,
            request.Since(clock.ParisToday()),
            wanted[Side.Participants.Limits],
            WaitingRule.Any
        );
        (await announcements.RegisterAsync(announcementId, join, ct)).Granted(Missing);
        return Answer.Ok(request.Sent);
    }

    static async Task<JsonAnswer> Wait(
        string announcementId,
        WaitingRequest request,
        Caller caller,
        IAnnouncements announcements,
        ISettings settings,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(request.Id);
        var wanted = await SettingsAsync(announcementId, announcements, settings, ct);
        Registration registration = wanted[OwnerSettings.AutoApprove]
            ? new Registration.Join(
                Side.Volunteers,
                Attendee.Since(request.Id, request.Name, clock.ParisToday()),
                wanted[Side.Volunteers.Limits],
                WaitingRule.MustNotWait
            )
            : new Registration.Wait(request.Person);
        (await announcements.RegisterAsync(announcementId, registration, ct)).Granted(Missing);
        return Answer.Ok(request.Sent);
    }

    static async Task<JsonAnswer> Accept(
        string announcementId,
        AttendeeRequest request,
        Caller caller,
        IAnnouncements announcements,
        ISettings settings,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var found = await announcements.GetOwnAsync(announcementId, caller, ct);
        var wanted = await settings.OfAssociationAsync(found.AssociationId, ct);
        var join = new Registration.Join(
            Side.Volunteers,
            request.Since(clock.ParisToday()),
            wanted[Side.Volunteers.Limits],
            wanted[OwnerSettings.AutoApprove] ? WaitingRule.MayWait : WaitingRule.MustWait
        );
        (await announcements.RegisterAsync(announcementId, join, ct)).Granted(Missing);
        return Answer.Ok(request.Sent);
    }

    static Task<JsonAnswer> MarkVolunteer(
        string announcementId,
        AttendeeRequest request,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    ) => MarkAsync(Side.Volunteers, announcementId, request, caller, announcements, ct);

    static Task<JsonAnswer> MarkParticipant(
        string announcementId,
        AttendeeRequest request,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    ) => MarkAsync(Side.Participants, announcementId, request, caller, announcements, ct);

    static async Task<JsonAnswer> MarkAsync(
        Side side,
        string announcementId,
        AttendeeRequest request,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    )
    {
        await announcements.GetOwnAsync(announcementId, caller, ct);
        var mark = new Registration.Mark(side, request.Id, request.IsPresent);
        var changed = (await announcements.RegisterAsync(announcementId, mark, ct)).Granted(Missing);
        return Answer.Ok(new Announcement(changed).Find(side.List, request.Id));
    }

    static Task<JsonAnswer> LeaveAsVolunteer(
        string volunteer,
        string announcementId,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    ) =>
        LeaveAsync(
            new Registration.Leave(Side.Volunteers, volunteer),
            volunteer,
            announcementId,
            caller,
            announcements,
            ct
        );

    static Task<JsonAnswer> LeaveAsParticipant(
        string participant,
        string announcementId,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    ) =>
        LeaveAsync(
            new Registration.Leave(Side.Participants, participant),
            participant,
            announcementId,
            caller,
            announcements,
            ct
        );

    static async Task<JsonAnswer> StopWaiting(
        string volunteer,
        string announcementId,
        Caller caller,
        IAnnouncements announcements,
        ISettings settings,
        CancellationToken ct
    )
    {
        var found = await announcements.GetAsync(announcementId, ct);
        var wanted = await settings.OfAssociationAsync(found.AssociationId, ct);
        // Where nobody waits, the client's "leave" means the place itself.
        Registration leave =
            wanted[OwnerSettings.AutoApprove] && !found.Has(Announcement.Waiting, volunteer)
                ? new Registration.Leave(Side.Volunteers, volunteer)
                : new Registration.StopWaiting(volunteer);
        return await LeaveAsync(leave, volunteer, announcementId, caller, announcements, ct);
    }

    static async Task<JsonAnswer> LeaveAsync(
        Registration leave,
        string person,
        string announcementId,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    )
    {
        var found = await announcements.FindAsync(announcementId, ct);
        caller.RequireMayActForEither(person, found?.AssociationId ?? person);
        (await announcements.RegisterAsync(announcementId, leave, ct)).Granted(Missing);
        return Answer.Text(person);
    }

    static async Task<OwnerSettings> SettingsAsync(
        string announcementId,
        IAnnouncements announcements,
        ISettings settings,
        CancellationToken ct
    ) => await settings.OfAssociationAsync((await announcements.GetAsync(announcementId, ct)).AssociationId, ct);
}
