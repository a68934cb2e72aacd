using Benevoclic.Api.Accounts;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Volunteers;

static class VolunteerEndpoints
{
    const string Missing = "Volunteer not found";

    public static void AddVolunteers(this WebApplicationBuilder builder)
    {
        builder.AddStore<IVolunteers, SqliteVolunteers, MongoVolunteers>();
        builder.Services.AddSingleton<VolunteerRemoval>();
    }

    public static void MapVolunteers(this WebApplication app)
    {
        var volunteers = app.MapGroup("").WithTags("volunteer");
        volunteers.MapPost("/volunteer", Create).For(Role.Volunteer).AnswersCreated<VolunteerShape>();
        volunteers.MapGet("/volunteer/nb-volunteer", Count).ForAnyone().Answers<VolunteerCountShape>();
        volunteers.MapGet("/volunteer", List).For(Role.Admin).Answers<VolunteerShape[]>();
        volunteers.MapGet("/volunteer/{id}", Find).ForAnyone().Answers<VolunteerShape>();
        volunteers.MapPatch("/volunteer/{id}", Change).For(Role.Volunteer).Answers<VolunteerShape>();
        volunteers.MapDelete("/volunteer/{id}", Remove).For(Role.Volunteer).Answers<VolunteerIdShape>();
    }

    static async Task<JsonAnswer> Create(
        VolunteerRequest request,
        NewId id,
        Caller caller,
        IUsers users,
        IVolunteers volunteers,
        CancellationToken ct
    )
    {
        await users.RequireOwnEmailAsync(caller, request.Email, ct);
        return await volunteers.AddAsync(Volunteer.Of(id, caller.Uid, request), ct) is { } added
            ? Answer.Created(added.Document.WithoutNulls())
            : throw ApiException.BadRequest("Email already exist");
    }

    static async Task<JsonAnswer> Count(IVolunteers volunteers, CancellationToken ct) =>
        Answer.Ok(Document.Of(("nbVolunteer", await volunteers.CountAsync(ct))));

    static async Task<JsonAnswer> List(IVolunteers volunteers, CancellationToken ct) =>
        Answer.Ok((await volunteers.ListAsync(ct)).Select(volunteer => volunteer.Document));

    static async Task<JsonAnswer> Find(string id, IVolunteers volunteers, CancellationToken ct) =>
        Answer.Ok((await volunteers.FindAsync(id, ct))?.Document);

    static async Task<JsonAnswer> Change(
        string id,
        VolunteerRequest request,
        Caller caller,
        IVolunteers volunteers,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        return await volunteers.ChangeAsync(id, request.Sent, ct) is { } changed
            ? Answer.Ok(changed.Document)
            : throw ApiException.NotFound(Missing);
    }

    static async Task<JsonAnswer> Remove(string id, Caller caller, VolunteerRemoval removal, CancellationToken ct)
    {
        caller.RequireMayActFor(id);
        return await removal.RemoveAsync(id, ct)
            ? Answer.Ok(Document.Of(("volunteerId", id)))
            : throw ApiException.NotFound(Missing);
    }
}
