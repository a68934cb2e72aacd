using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Announcements;

static class AnnouncementStores
{
    public static void AddAnnouncements(this WebApplicationBuilder builder) =>
        builder.AddStore<IAnnouncements, SqliteAnnouncements, MongoAnnouncements>();
}
