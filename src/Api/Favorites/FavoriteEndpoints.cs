using Benevoclic.Api.Announcements;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Favorites;

/// <summary>A volunteer sees and changes his own favorites; an administrator sees everybody's.</summary>
static class FavoriteEndpoints
{
    public static void AddFavorites(this WebApplicationBuilder builder)
    {
        builder.AddStore<IFavorites, SqliteFavorites, MongoFavorites>();
        builder.Services.AddSingleton<FavoriteAnnouncements>();
    }

    public static void MapFavorites(this WebApplication app)
    {
        var favorites = app.MapGroup("").WithTags("favorites-announcement");
        favorites.MapPost("/favorites-announcement", Add).For(Role.Volunteer).AnswersCreated<FavoriteShape>();
        favorites.MapGet("/favorites-announcement/all", List).For(Role.Admin).Answers<FavoriteShape[]>();
        favorites
            .MapGet("/favorites-announcement/volunteer/{volunteerId}", ListOfVolunteer)
            .For(Role.Admin, Role.Volunteer)
            .Answers<FavoriteShape[]>();
        favorites
            .MapGet("/favorites-announcement/volunteer/announcements/{volunteerId}", ShowActive)
            .For(Role.Admin, Role.Volunteer)
            .Answers<AnnouncementShape[]>();
        favorites
            .MapGet("/favorites-announcement/volunteer/{volunteerId}/favorites", ShowAll)
            .For(Role.Admin, Role.Volunteer)
            .Answers<AnnouncementShape[]>();
        favorites
            .MapGet("/favorites-announcement/announcement/{announcementId}", ListOfAnnouncement)
            .For(Role.Admin, Role.Volunteer)
            .Answers<FavoriteShape[]>();
        favorites
            .MapGet("/favorites-announcement/volunteer/{volunteerId}/announcement/{announcementId}", Find)
            .For(Role.Admin, Role.Volunteer)
            .Answers<FavoriteShape>();
        favorites
            .MapDelete("/favorites-announcement/volunteer/{volunteerId}/announcement/{announcementId}", Remove)
            .For(Role.Volunteer)
            .Answers<RemovedFavoritesShape>();
        favorites
            .MapDelete("/favorites-announcement/volunteer/{volunteerId}", RemoveOfVolunteer)
            .For(Role.Volunteer)
            .Answers<RemovedFavoritesShape>();
        favorites
            .MapDelete("/favorites-announcement/announcement/{announcementId}", RemoveOfAnnouncement)
            .For(Role.Volunteer)
            .Answers<RemovedFavoritesShape>();
    }

    static async Task<JsonAnswer> Add(
        FavoriteRequest request,
        NewId id,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(request.VolunteerId);
        var favorite = Favorite.Of(request.VolunteerId, request.AnnouncementId);
        return await favorites.AddAsync(favorite.Under(id), ct)
            ? Answer.Created(favorite.Document)
            : throw ApiException.BadRequest("Favorite announcement already exists");
    }

    static async Task<JsonAnswer> List(IFavorites favorites, CancellationToken ct) => Of(await favorites.ListAsync(ct));

    static async Task<JsonAnswer> ListOfVolunteer(
        string volunteerId,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        return Of(await favorites.ListOfVolunteerAsync(volunteerId, ct));
    }

    static async Task<JsonAnswer> ShowActive(
        string volunteerId,
        Caller caller,
        FavoriteAnnouncements favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        var shown = await favorites.ShowAsync(volunteerId, one => one.Status != AnnouncementStatus.Inactive, ct);
        return Answer.Ok(shown.Select(announcement => announcement.With(("isFavorite", true))));
    }

    static async Task<JsonAnswer> ShowAll(
        string volunteerId,
        Caller caller,
        FavoriteAnnouncements favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        return Answer.Ok(await favorites.ShowAsync(volunteerId, _ => true, ct));
    }

    /// <summary>Who else marked an announcement is nobody's business but an administrator's.</summary>
    static async Task<JsonAnswer> ListOfAnnouncement(
        string announcementId,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    )
    {
        var all = await favorites.ListOfAnnouncementAsync(announcementId, ct);
        return Of(all.Where(favorite => caller.MayActFor(favorite.VolunteerId)));
    }

    static async Task<JsonAnswer> Find(
        string volunteerId,
        string announcementId,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        var found = await favorites.FindAsync(volunteerId, announcementId, ct);
        return Answer.Ok(found?.Document.Without(DocumentId.Field));
    }

    static async Task<JsonAnswer> Remove(
        string volunteerId,
        string announcementId,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        return Removed(await favorites.RemoveAsync(volunteerId, announcementId, ct));
    }

    static async Task<JsonAnswer> RemoveOfVolunteer(
        string volunteerId,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    )
    {
        caller.RequireMayActFor(volunteerId);
        return Removed(await favorites.RemoveOfVolunteerAsync(volunteerId, ct));
    }

    /// <summary>The old API removed everybody's; a volunteer's own is all that is his to remove.</summary>
    static async Task<JsonAnswer> RemoveOfAnnouncement(
        string announcementId,
        Caller caller,
        IFavorites favorites,
        CancellationToken ct
    ) => Removed(await favorites.RemoveAsync(caller.Uid, announcementId, ct));

    static JsonAnswer Of(IEnumerable<Favorite> favorites) => Answer.Ok(favorites.Select(favorite => favorite.Document));

    static JsonAnswer Removed(long count) => Answer.Ok(Document.Of(("acknowledged", true), ("deletedCount", count)));
}
