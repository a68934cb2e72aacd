using System.Text.Json.Nodes;
using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Identity;
using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Orphans;

static class OrphanEndpoints
{
    public static void AddOrphans(this WebApplicationBuilder builder)
    {
        builder.AddStore<ILeases, SqliteLeases, MongoLeases>();
        builder.Services.AddSingleton<OrphanCleanup>();
        builder.Services.AddHostedService<NightlyJobs>();
    }

    public static void MapOrphans(this WebApplication app)
    {
        var orphans = app.MapGroup("/orphan-cleanup").WithTags("orphan-cleanup");
        orphans.MapPost("/manual", CleanNow).For(Role.Admin).AnswersCreated<CleanupShape>();
        orphans.MapGet("/status", Status).ForAnyToken().Answers<MessageShape>();
        // The contract's GET deletes, which no reader expects; DELETE is the same under its right name.
        orphans.MapGet("/{volunteerId}", RemovePerson).For(Role.Admin).AnswersNothing();
        orphans.MapDelete("/{volunteerId}", RemovePerson).For(Role.Admin).AnswersNothing();
    }

    static async Task<JsonAnswer> CleanNow(OrphanCleanup cleanup, CancellationToken ct) =>
        Answer.Created(
            Document.Of(("deletedCount", await cleanup.RemoveFavoritesAsync(ct)), ("errors", new JsonArray()))
        );

    static JsonAnswer Status() => Answer.Ok(Document.Of(("message", "Orphan cleanup service is running.")));

    static async Task<JsonAnswer> RemovePerson(string volunteerId, OrphanCleanup cleanup, CancellationToken ct)
    {
        await cleanup.RemovePersonAsync(volunteerId, ct);
        return Answer.Nothing();
    }
}
