using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Accounts;

static class UserStores
{
    public static void AddUsers(this WebApplicationBuilder builder) =>
        builder.AddStore<IUsers, SqliteUsers, MongoUsers>();
}
