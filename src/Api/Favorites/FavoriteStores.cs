using Benevoclic.Api.Storage;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Favorites;

static class FavoriteStores
{
    public static void AddFavorites(this WebApplicationBuilder builder) =>
        builder.AddStore<IFavorites, SqliteFavorites, MongoFavorites>();
}
