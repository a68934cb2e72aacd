using Benevoclic.Api.Configuration;
using Benevoclic.Api.Storage.Mongo;
using Benevoclic.Api.Storage.Sqlite;

namespace Benevoclic.Api.Storage;

static class StorageSetup
{
    public static void AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StoreMetrics>();
        if (Edge.Store.IsOutside(builder.Configuration))
            builder.AddMongo();
        else
            builder.AddSqlite();
    }

    /// <summary>One feature's store: the implementation that goes with what this installation has chosen.</summary>
    public static void AddStore<TStore, TSqlite, TMongo>(this WebApplicationBuilder builder)
        where TStore : class
        where TSqlite : class, TStore
        where TMongo : class, TStore
    {
        if (Edge.Store.IsOutside(builder.Configuration))
            builder.Services.AddSingleton<TStore, TMongo>();
        else
            builder.Services.AddSingleton<TStore, TSqlite>();
    }
}
