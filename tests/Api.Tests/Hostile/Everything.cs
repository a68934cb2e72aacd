using Benevoclic.Api.Tests.Frame;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Benevoclic.Api.Tests.Hostile;

/// <summary>All that the store holds and all files, as a text that is the same when nothing was written.</summary>
static class Everything
{
    public static async Task<string> InAsync(RunningApi api)
    {
        var stored = api.App.Services.GetService<IMongoDatabase>() is { } database
            ? await InMongoAsync(database)
            : InSqlite(Path.Combine(api.DataFolder, "benevoclic.db"));
        var folder = Path.Combine(api.DataFolder, "files");
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
        return string.Join('\n', [stored, .. files.Order()]);
    }

    static async Task<string> InMongoAsync(IMongoDatabase database)
    {
        var ct = TestContext.Current.CancellationToken;
        var all = new List<string>();
        foreach (var name in await (await database.ListCollectionNamesAsync(cancellationToken: ct)).ToListAsync(ct))
        {
            var documents = await database.GetCollection<BsonDocument>(name).Find(new BsonDocument()).ToListAsync(ct);
            all.Add($"{name} {string.Join(' ', documents)}");
        }
        return string.Join('\n', all.Order());
    }

    static string InSqlite(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var all = new List<string>();
        foreach (
            var table in Texts(
                connection,
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%document TEXT%'"
            )
        )
            all.AddRange(Texts(connection, $"SELECT document FROM {table}").Prepend(table));
        return string.Join('\n', all);
    }

    static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
