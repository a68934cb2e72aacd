using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Settings;

/// <summary>Everybody changes his own settings only: whose they are is what the token says.</summary>
static class SettingsEndpoints
{
    public static void AddOwnerSettings(this WebApplicationBuilder builder) =>
        builder.AddStore<ISettings, SqliteSettings, MongoSettings>();

    public static void MapOwnerSettings(this WebApplication app)
    {
        var settings = app.MapGroup("").WithTags("settings");
        settings
            .MapGet("/settings/volunteer", ReadOwnOfVolunteer)
            .For(Role.Volunteer)
            .Answers<VolunteerSettingsShape>();
        settings
            .MapGet("/settings/volunteer/{volunteerId}", ReadOfVolunteer)
            .ForAnyone()
            .Answers<VolunteerSettingsShape>();
        settings.MapPut("/settings/volunteer", ChangeOfVolunteer).For(Role.Volunteer).Answers<VolunteerSettingsShape>();
        settings.MapDelete("/settings/volunteer", RemoveOfVolunteer).For(Role.Volunteer).AnswersNothing();
        settings
            .MapGet("/settings/association", ReadOwnOfAssociation)
            .For(Role.Association)
            .Answers<AssociationSettingsShape>();
        settings
            .MapGet("/settings/association/{associationId}", ReadOfAssociation)
            .ForAnyone()
            .Answers<AssociationSettingsShape>();
        settings
            .MapPut("/settings/association", ChangeOfAssociation)
            .For(Role.Association)
            .Answers<AssociationSettingsShape>();
        settings.MapDelete("/settings/association", RemoveOfAssociation).For(Role.Association).AnswersNothing();
    }

    static Task<JsonAnswer> ReadOwnOfVolunteer(Caller caller, ISettings settings, CancellationToken ct) =>
        ReadOwnAsync(SettingsKind.Volunteer, caller, settings, ct);

    static Task<JsonAnswer> ReadOwnOfAssociation(Caller caller, ISettings settings, CancellationToken ct) =>
        ReadOwnAsync(SettingsKind.Association, caller, settings, ct);

    static Task<JsonAnswer> ReadOfVolunteer(string volunteerId, ISettings settings, CancellationToken ct) =>
        ReadAsync(SettingsKind.Volunteer, volunteerId, settings, ct);

    static Task<JsonAnswer> ReadOfAssociation(string associationId, ISettings settings, CancellationToken ct) =>
        ReadAsync(SettingsKind.Association, associationId, settings, ct);

    static Task<JsonAnswer> ChangeOfVolunteer(
        VolunteerSettingsRequest request,
        Caller caller,
        ISettings settings,
        TimeProvider clock,
        CancellationToken ct
    ) => ChangeAsync(SettingsKind.Volunteer, request.Sent, caller, settings, clock, ct);

    static Task<JsonAnswer> ChangeOfAssociation(
        AssociationSettingsRequest request,
        Caller caller,
        ISettings settings,
        TimeProvider clock,
        CancellationToken ct
    ) => ChangeAsync(SettingsKind.Association, request.Sent, caller, settings, clock, ct);

    static Task<JsonAnswer> RemoveOfVolunteer(Caller caller, ISettings settings, CancellationToken ct) =>
        RemoveAsync(SettingsKind.Volunteer, caller, settings, ct);

    static Task<JsonAnswer> RemoveOfAssociation(Caller caller, ISettings settings, CancellationToken ct) =>
        RemoveAsync(SettingsKind.Association, caller, settings, ct);

    /// <summary>Who reads his own for the first time gets them stored: the web client counts on that.</summary>
    static async Task<JsonAnswer> ReadOwnAsync(
        SettingsKind kind,
        Caller caller,
        ISettings settings,
        CancellationToken ct
    )
    {
        var own =
            await settings.FindAsync(kind, caller.Uid, ct)
            ?? await settings.PutAsync(kind, caller.Uid, Document.Empty, ct);
        return Answer.Ok(own.Document);
    }

    static async Task<JsonAnswer> ReadAsync(
        SettingsKind kind,
        string owner,
        ISettings settings,
        CancellationToken ct
    ) => Answer.Ok((await settings.FindAsync(kind, owner, ct) ?? OwnerSettings.Default(kind, owner)).Document);

    static async Task<JsonAnswer> ChangeAsync(
        SettingsKind kind,
        Document sent,
        Caller caller,
        ISettings settings,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var fields = sent.With(("updatedAt", MillisecondTime.Text(clock.GetUtcNow())));
        return Answer.Ok((await settings.PutAsync(kind, caller.Uid, fields, ct)).Document);
    }

    static async Task<JsonAnswer> RemoveAsync(
        SettingsKind kind,
        Caller caller,
        ISettings settings,
        CancellationToken ct
    ) =>
        await settings.RemoveAsync(kind, caller.Uid, ct)
            ? Answer.Nothing()
            : throw ApiException.NotFound("Paramètres non trouvés");
}
