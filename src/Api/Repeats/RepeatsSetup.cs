using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Repeats;

static class RepeatsSetup
{
    public static void AddRepeats(this WebApplicationBuilder builder) =>
        builder.AddStore<IRequestRecords, SqliteRequestRecords, MongoRequestRecords>();

    /// <summary>After the token was read: the same id of somebody else is another request.</summary>
    public static void UseRepeats(this WebApplication app) => app.UseMiddleware<RepeatedRequests>();
}
