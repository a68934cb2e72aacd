using Benevoclic.Api.Configuration;
using MongoDB.Driver;

namespace Benevoclic.Api.Storage.Mongo;

static class MongoSetup
{
    // What the driver of the old API uses when the address names no database.
    const string DefaultDatabase = "test";

    public static void AddMongo(this WebApplicationBuilder builder)
    {
        var url = ParseUrl(builder.Configuration.Find(Setting.MongoUrl)!);
        var name = builder.Configuration.Find(Setting.MongoDatabase) ?? url.DatabaseName ?? DefaultDatabase;
        builder.Services.AddSingleton<IMongoClient>(_ => new MongoClient(SettingsOf(url)));
        builder.Services.AddSingleton(services => services.GetRequiredService<IMongoClient>().GetDatabase(name));
        builder.Services.AddSingleton<MongoStore>();
        builder.Services.AddSingleton<MongoIndexes>();
        builder.Services.AddHostedService(services => services.GetRequiredService<MongoIndexes>());
        builder.Services.AddHealthChecks().AddCheck<MongoCheck>("store");
    }

    /// <summary>The client gives up after 2.5 s and asks again: an answer that says so must come before.</summary>
    static MongoClientSettings SettingsOf(MongoUrl url)
    {
        var settings = MongoClientSettings.FromUrl(url);
        settings.ApplicationName = "benevoclic-api";
        settings.ServerSelectionTimeout = TimeSpan.FromSeconds(1);
        settings.ConnectTimeout = TimeSpan.FromSeconds(1);
        settings.SocketTimeout = MongoStore.Patience;
        // How soon a server that came back is seen.
        settings.HeartbeatInterval = TimeSpan.FromSeconds(2);
        return settings;
    }

    static MongoUrl ParseUrl(string text)
    {
        try
        {
            return new MongoUrl(text);
        }
        catch (Exception error) when (error is MongoException or ArgumentException or FormatException)
        {
            throw new SettingsException([
                $"{Setting.MongoUrl}: found something that is not MongoDB's address (it may hold a password and is not shown), "
                    + "allowed: one such as mongodb://user:password@host:27017/database",
            ]);
        }
    }
}
