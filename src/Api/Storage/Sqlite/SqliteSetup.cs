using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Storage.Sqlite;

static class SqliteSetup
{
    const string FileName = "benevoclic.db";

    public static void AddSqlite(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services =>
            SqliteDatabase.In(
                Path.Combine(services.GetRequiredService<DataFolder>().Path, FileName),
                services.GetRequiredService<ILogger<SqliteDatabase>>()
            )
        );
        builder.Services.AddSingleton<SqliteStore>();
        builder.Services.AddHealthChecks().AddCheck<SqliteCheck>("store");
    }
}
