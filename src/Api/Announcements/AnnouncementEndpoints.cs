using Benevoclic.Api.Announcements.Registering;
using Benevoclic.Api.Announcements.Searching;
using Benevoclic.Api.Files;
using Benevoclic.Api.Files.Uploads;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Json;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Settings;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Announcements;

/// <summary>
/// Announcements themselves. Who comes to them is <see cref="RegistrationEndpoints"/>; finding them <see cref="SearchEndpoints"/> and
/// <see cref="ListEndpoints"/>.
/// </summary>
static class AnnouncementEndpoints
{
    public static void AddAnnouncements(this WebApplicationBuilder builder)
    {
        builder.AddStore<IAnnouncements, SqliteAnnouncements, MongoAnnouncements>();
        builder.Services.AddSingleton<AnnouncementPictures>();
        builder.Services.AddSingleton<AnnouncementRemoval>();
    }

    public static void MapAnnouncements(this WebApplication app)
    {
        var announcements = app.MapGroup("/announcements").WithTags("announcements");
        announcements.MapGet("/{id}", Find).ForAnyoneKnownOrNot().Answers<AnnouncementShape>();
        announcements.MapPost("/createAnnouncement", Create).For(Role.Association, Role.Admin).AnswersCreated<string>();
        announcements.MapPatch("/{id}", Edit).For(Role.Association, Role.Admin).Answers<AnnouncementEdit>();
        announcements.MapDelete("/{id}", Remove).For(Role.Association, Role.Admin).AnswersNothing();
        announcements.MapDelete("/association/{associationId}", RemoveAll).For(Role.Association).AnswersNothing();
        announcements
            .MapPatch("/updateAnnouncementVisibility/{associationId}/{eventVisibility}", ShowOrHideAll)
            .For(Role.Association)
            .AnswersNothing();
        announcements
            .MapPatch("/coverAnnouncement/{id}", PutCover)
            .For(Role.Association)
            .TakesUpload()
            .Answers<AnnouncementShape>();
        announcements
            .MapPatch("/updateStatus/{announcementId}", SetStatus)
            .For(Role.Association, Role.Admin)
            .Answers<AnnouncementShape>();
        announcements.MapSearches();
        announcements.MapLists();
        announcements.MapRegistrations();
    }

    static async Task<JsonAnswer> Find(
        string id,
        Caller? caller,
        IAnnouncements announcements,
        AnnouncementPictures pictures,
        CancellationToken ct
    )
    {
        var audience = caller is null ? Audience.Visitors : Audience.Members;
        return Answer.Ok(await pictures.ShowAsync(await announcements.GetAsync(id, ct), audience, ct));
    }

    static async Task<JsonAnswer> Create(
        AnnouncementRequest request,
        NewId id,
        Caller caller,
        IAnnouncements announcements,
        ISettings settings,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(request.AssociationId);
        var wanted = await settings.OfAssociationAsync(request.AssociationId, ct);
        return Answer.CreatedText((await announcements.AddAsync(request.ToAnnouncement(id, wanted), ct)).Id);
    }

    static async Task<JsonAnswer> Edit(
        string id,
        AnnouncementEdit edit,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    )
    {
        await announcements.GetOwnAsync(id, caller, ct);
        // Nobody gives an event to somebody else, nor away.
        if (edit.Sent.Has("associationId"))
            caller.RequireMayActFor(edit.AssociationId ?? "");
        await announcements.EditAsync(id, edit.Sent, ct);
        return Answer.Ok(edit.Sent);
    }

    static async Task<JsonAnswer> Remove(
        string id,
        Caller caller,
        IAnnouncements announcements,
        AnnouncementRemoval removal,
        CancellationToken ct
    )
    {
        await removal.RemoveAsync(await announcements.GetOwnAsync(id, caller, ct), ct);
        return Answer.Nothing();
    }

    static async Task<JsonAnswer> RemoveAll(
        string associationId,
        Caller caller,
        AnnouncementRemoval removal,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(associationId);
        await removal.RemoveOfAssociationAsync(associationId, ct);
        return Answer.Nothing();
    }

    static async Task<JsonAnswer> ShowOrHideAll(
        string associationId,
        string eventVisibility,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(associationId);
        await announcements.HideOfAssociationAsync(associationId, isHidden: eventVisibility != "true", ct);
        return Answer.Nothing();
    }

    static async Task<JsonAnswer> SetStatus(
        string announcementId,
        StatusRequest request,
        Caller caller,
        IAnnouncements announcements,
        CancellationToken ct
    )
    {
        await announcements.GetOwnAsync(announcementId, caller, ct);
        var changed = await announcements.EditAsync(announcementId, Document.Of(("status", request.Status)), ct);
        return Answer.Ok((changed ?? throw AnnouncementAccess.Missing()).Document);
    }

    static async Task<JsonAnswer> PutCover(
        string id,
        HttpRequest request,
        Caller caller,
        IAnnouncements announcements,
        PictureUploads uploads,
        Replacement replacement,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var found = await announcements.GetOwnAsync(id, caller, ct);
        await using var picture = await uploads.ReceiveAsync(request, ct);
        var key = FileKey.OfCover(id, picture, clock.GetUtcNow());
        Announcement? changed = null;
        await replacement.CarryOutAsync(key, picture, RecordAsync, ct);
        return Answer.Ok(changed!.Document);

        async Task<string?> RecordAsync()
        {
            var fields = Document.Of(
                ("announcementImage", key),
                ("updatedAt", MillisecondTime.Text(clock.GetUtcNow()))
            );
            changed = await announcements.EditAsync(id, fields, ct) ?? throw AnnouncementAccess.Missing();
            return found.ImageKey;
        }
    }
}
