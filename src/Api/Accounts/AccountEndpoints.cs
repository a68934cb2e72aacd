using Benevoclic.Api.Files;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Accounts;

static class AccountEndpoints
{
    // The one word of the path that means yes.
    const string Yes = "true";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.AddStore<IUsers, SqliteUsers, MongoUsers>();
        builder.Services.AddSingleton<AccountChange>();
        builder.Services.AddSingleton<AccountRemoval>();
        builder.Services.AddSingleton<AdminCreation>();
        builder.Services.AddSingleton<Presence>();
        builder.Services.AddSingleton<AccountRegistration>();
        builder.Services.AddSingleton<SignInLimits>();
        builder.Services.AddSingleton<SignInMetrics>();
    }

    public static void MapAccounts(this WebApplication app)
    {
        var user = app.MapGroup("").WithTags("user");
        user.MapSignIn();
        user.MapGet("/user/current-user", FindOwn)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<UserShape>();
        user.MapGet("/user/volunteers", ListVolunteers).For(Role.Admin).Answers<AccountShape[]>();
        user.MapGet("/user/association", ListAssociations).For(Role.Admin).Answers<AccountShape[]>();
        user.MapGet("/user", List).For(Role.Admin).Answers<UserShape[]>();
        user.MapGet("/user/email/{email}", FindByEmail).For(Role.Admin).Answers<UserShape>();
        user.MapGet("/user/{id}", Find).ForAnyoneKnownOrNot().Answers<UserShape>();
        user.MapPatch("/user/{id}", Change).For(Role.Admin, Role.Association, Role.Volunteer).Answers<MessageShape>();
        user.MapPatch("/user/{id}/location", ChangeLocation)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<MessageShape>();
        user.MapPatch("/user/{id}/isCompleted/{isCompleted}", Complete)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<UserShape>();
        user.MapPatch("/user/{id}/update-connected/{connected}", Connect)
            .For(Role.Admin, Role.Association, Role.Volunteer)
            .Answers<UserShape>();
        user.MapDelete("/user/{id}", Remove).For(Role.Admin, Role.Association, Role.Volunteer).Answers<UidShape>();
        app.MapAvatars();
        app.MapSessions();
        app.MapApproval();
    }

    static async Task<JsonAnswer> FindOwn(Caller caller, IUsers users, IFiles files, CancellationToken ct)
    {
        var user = await users.FindAsync(caller.Uid, ct) ?? throw AccountChange.Unknown();
        return Answer.Ok(user.Shown(files.LinkFor(user.AvatarFileKey), toHimself: true));
    }

    static Task<JsonAnswer> ListVolunteers(IIdentity identity, CancellationToken ct) =>
        ListAsync(identity, Role.Volunteer, ct);

    static Task<JsonAnswer> ListAssociations(IIdentity identity, CancellationToken ct) =>
        ListAsync(identity, Role.Association, ct);

    static async Task<JsonAnswer> ListAsync(IIdentity identity, Role role, CancellationToken ct) =>
        Answer.Ok((await identity.ListAsync(ct)).Where(account => account.Role == role).Select(AccountBody.Of));

    static async Task<JsonAnswer> List(IUsers users, CancellationToken ct) =>
        Answer.Ok((await users.ListAsync(ct)).Select(user => user.Document));

    static async Task<JsonAnswer> FindByEmail(string email, IUsers users, CancellationToken ct) =>
        Answer.Ok((await users.FindByEmailAsync(email, ct))?.Document);

    static async Task<JsonAnswer> Find(string id, Caller? caller, IUsers users, IFiles files, CancellationToken ct)
    {
        var user = await users.FindAsync(id, ct) ?? throw AccountChange.Unknown();
        return Answer.Ok(user.Shown(files.LinkFor(user.AvatarFileKey), caller?.MayActFor(id) ?? false));
    }

    static async Task<JsonAnswer> Change(
        string id,
        AccountChangeRequest request,
        Caller caller,
        AccountChange change,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        if (request.Role is not null && !caller.Is(Role.Admin))
            throw Refusal.NoRights();
        await change.CarryOutAsync(id, request, ct);
        return Answer.Ok(Document.Of(("message", "Utilisateur mis à jour avec succès")));
    }

    static async Task<JsonAnswer> ChangeLocation(
        string id,
        LocationRequest request,
        Caller caller,
        IUsers users,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        await users.ChangeAsync(id, User.Changed(clock, Document.Of(("location", request.ToJson()))), ct);
        return Answer.Ok(Document.Of(("message", "Localisation mise à jour avec succès")));
    }

    static async Task<JsonAnswer> Complete(
        string id,
        string isCompleted,
        Caller caller,
        IUsers users,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        var fields = User.Changed(clock, Document.Of(("isCompleted", isCompleted == Yes)));
        return Answer.Ok((await users.ChangeAsync(id, fields, ct))?.Document);
    }

    static async Task<JsonAnswer> Connect(
        string id,
        string connected,
        Caller caller,
        Presence presence,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        return Answer.Ok((await presence.SetAsync(id, connected == Yes, ct))?.Document);
    }

    static async Task<JsonAnswer> Remove(
        string id,
        Caller caller,
        IUsers users,
        AccountRemoval removal,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(id);
        var user = await users.FindAsync(id, ct) ?? throw AccountChange.Unknown();
        await removal.RemoveAsync(user, ct);
        return Answer.Ok(Document.Of(("uid", id)));
    }
}
