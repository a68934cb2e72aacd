using Benevoclic.Api.Accounts;
using Benevoclic.Api.Announcements;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Associations;

/// <summary>Profiles of associations; who belongs to them is <see cref="MembershipEndpoints"/>.</summary>
static class AssociationEndpoints
{
    public const string Missing = "Association not found";

    public static void AddAssociations(this WebApplicationBuilder builder)
    {
        builder.AddStore<IAssociations, SqliteAssociations, MongoAssociations>();
        builder.Services.AddSingleton<AssociationRemoval>();
    }

    public static void MapAssociations(this WebApplication app)
    {
        var associations = app.MapGroup("").WithTags("association");
        associations
            .MapPost("/association/createAssociation", Create)
            .For(Role.Association)
            .AnswersCreated<AssociationShape>();
        associations.MapGet("/association/all", List).For(Role.Admin).Answers<AssociationShape[]>();
        associations.MapGet("/association/nb-association", Count).ForAnyone().Answers<AssociationCountShape>();
        associations.MapGet("/association/by-id/{associationId}", Find).ForAnyone().Answers<AssociationShape>();
        associations
            .MapPatch("/association/update/{associationId}", Change)
            .For(Role.Admin, Role.Association)
            .Answers<AssociationShape>();
        associations
            .MapDelete("/association/delete/{associationId}", Remove)
            .For(Role.Admin, Role.Association)
            .Answers<string>();
        associations.MapMemberships();
    }

    static async Task<JsonAnswer> Create(
        AssociationRequest request,
        NewId id,
        Caller caller,
        IUsers users,
        IAssociations associations,
        CancellationToken ct
    )
    {
        await users.RequireOwnEmailAsync(caller, request.Email, ct);
        return await associations.AddAsync(Association.Of(id, caller.Uid, request), ct) is { } added
            ? Answer.Created(added.Document.WithoutNulls())
            : throw ApiException.BadRequest("Email already exist");
    }

    static async Task<JsonAnswer> List(IAssociations associations, CancellationToken ct) =>
        Answer.Ok((await associations.ListAsync(ct)).Select(association => association.Document));

    static async Task<JsonAnswer> Count(IAssociations associations, CancellationToken ct) =>
        Answer.Ok(Document.Of(("nbAssociation", await associations.CountAsync(ct))));

    static async Task<JsonAnswer> Find(string associationId, IAssociations associations, CancellationToken ct) =>
        Answer.Ok((await associations.FindAsync(associationId, ct) ?? throw ApiException.NotFound(Missing)).Document);

    static async Task<JsonAnswer> Change(
        string associationId,
        AssociationRequest request,
        Caller caller,
        IAssociations associations,
        IAnnouncements announcements,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(associationId);
        var changed =
            await associations.ChangeAsync(associationId, request.Sent, ct) ?? throw ApiException.NotFound(Missing);
        // After the profile, and each time a name is sent: a failure in between is repaired by sending it again.
        if (request.AssociationName is { } name)
            await announcements.RenameAssociationAsync(associationId, name, ct);
        return Answer.Ok(changed.Document);
    }

    static async Task<JsonAnswer> Remove(
        string associationId,
        Caller caller,
        AssociationRemoval removal,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(associationId);
        return await removal.RemoveAsync(associationId, ct)
            ? Answer.Text($"This action removes a #{associationId} association")
            : throw ApiException.NotFound(Missing);
    }
}
