using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Associations;

/// <summary>Joining and leaving. The association decides who becomes a member; a volunteer speaks for himself alone.</summary>
static class MembershipEndpoints
{
    public static void MapMemberships(this IEndpointRouteBuilder associations)
    {
        associations
            .MapGet("/association/waiting-list/{associationId}/{volunteerId}", FindWaiting)
            .For(Role.Admin, Role.Volunteer)
            .Answers<PersonShape>();
        associations
            .MapGet("/association/volunteer-list/{associationId}/{volunteerId}", FindMember)
            .For(Role.Admin, Role.Volunteer)
            .Answers<MemberShape>();
        associations
            .MapGet("/association/volunteer-waiting-list/all/{volunteerId}", SummarizeWaiting)
            .For(Role.Admin, Role.Volunteer)
            .Answers<AssociationNameShape[]>();
        associations
            .MapGet("/association/volunteer-list/{volunteerId}", SummarizeMember)
            .For(Role.Admin, Role.Volunteer, Role.Association)
            .Answers<AssociationNameShape[]>();
        associations
            .MapGet("/association/waiting/by-volunteer/{volunteerId}", ListWaiting)
            .For(Role.Volunteer)
            .Answers<AssociationShape[]>();
        associations
            .MapGet("/association/by-volunteer/{volunteerId}", ListMember)
            .For(Role.Volunteer)
            .Answers<AssociationShape[]>();
        associations
            .MapPatch("/association/volunteer/add/{associationId}", Accept)
            .For(Role.Association)
            .Answers<PersonShape>();
        associations
            .MapPatch("/association/volunteer/remove/{associationId}/{volunteerId}", RemoveMember)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<string>();
        associations
            .MapPatch("/association/volunteer-waiting/register/{associationId}", AddWaiting)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<PersonShape>();
        associations
            .MapPatch("/association/volunteer-waiting/remove/{associationId}/{volunteer}", RemoveWaiting)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<string>();
    }

    static async Task<JsonAnswer> FindWaiting(
        string associationId,
        string volunteerId,
        IAssociations associations,
        CancellationToken ct
    ) => Answer.Ok((await associations.FindAsync(associationId, ct))?.WaitingPerson(volunteerId));

    static async Task<JsonAnswer> FindMember(
        string associationId,
        string volunteerId,
        IAssociations associations,
        CancellationToken ct
    ) => Answer.Ok((await associations.FindAsync(associationId, ct))?.Member(volunteerId));

    static async Task<JsonAnswer> SummarizeWaiting(
        string volunteerId,
        IAssociations associations,
        CancellationToken ct
    ) => Answer.Ok((await associations.ListWithWaitingAsync(volunteerId, ct)).Select(found => found.Summary));

    static async Task<JsonAnswer> SummarizeMember(
        string volunteerId,
        IAssociations associations,
        CancellationToken ct
    ) => Answer.Ok((await associations.ListWithMemberAsync(volunteerId, ct)).Select(found => found.Summary));

    static async Task<JsonAnswer> ListWaiting(string volunteerId, IAssociations associations, CancellationToken ct) =>
        Answer.Ok((await associations.ListWithWaitingAsync(volunteerId, ct)).Select(found => found.Document));

    static async Task<JsonAnswer> ListMember(string volunteerId, IAssociations associations, CancellationToken ct) =>
        Answer.Ok((await associations.ListWithMemberAsync(volunteerId, ct)).Select(found => found.Document));

    static async Task<JsonAnswer> Accept(
        string associationId,
        PersonRequest request,
        Caller caller,
        IAssociations associations,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(associationId);
        var decision = await associations.AcceptAsync(associationId, request.Person, clock.ParisToday(), ct);
        decision.Granted(AssociationEndpoints.Missing);
        return Answer.Ok(request.Sent);
    }

    static async Task<JsonAnswer> AddWaiting(
        string associationId,
        PersonRequest request,
        Caller caller,
        IAssociations associations,
        CancellationToken ct
    )
    {
        caller.RequireMayActForEither(associationId, request.VolunteerId);
        var decision = await associations.AddWaitingAsync(associationId, request.Person, ct);
        decision.Granted(AssociationEndpoints.Missing);
        return Answer.Ok(request.Sent);
    }

    static async Task<JsonAnswer> RemoveMember(
        string associationId,
        string volunteerId,
        Caller caller,
        IAssociations associations,
        CancellationToken ct
    )
    {
        caller.RequireMayActForEither(associationId, volunteerId);
        var decision = await associations.RemoveMemberAsync(associationId, volunteerId, ct);
        decision.Granted(AssociationEndpoints.Missing);
        return Answer.Text(volunteerId);
    }

    static async Task<JsonAnswer> RemoveWaiting(
        string associationId,
        string volunteer,
        Caller caller,
        IAssociations associations,
        CancellationToken ct
    )
    {
        caller.RequireMayActForEither(associationId, volunteer);
        var decision = await associations.RemoveWaitingAsync(associationId, volunteer, ct);
        decision.Granted(AssociationEndpoints.Missing);
        return Answer.Text(volunteer);
    }
}
