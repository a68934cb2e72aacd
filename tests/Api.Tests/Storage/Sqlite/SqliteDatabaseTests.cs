using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Storage.Sqlite;
using Benevoclic.Api.Tests.Frame;
using Microsoft.Extensions.Logging.Abstractions;

namespace Benevoclic.Api.Tests.Storage.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    const string Add = "INSERT INTO users (document) VALUES ($1)";

    readonly TemporaryFolder _folder = new();

    string Path => _folder["benevoclic.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_write_that_fails_is_undone_alone_and_its_neighbours_are_kept()
    {
        await using var database = Open();

        var writes = Enumerable
            .Range(0, 100)
            .Select(i =>
                database.WriteAsync(session =>
                {
                    session.Run(Add, $$"""{"userId":"u{{i}}"}""");
                    return i % 3 == 0 ? throw new InvalidOperationException($"number {i}") : i;
                })
            )
            .ToList();

        for (var i = 0; i < writes.Count; i++)
        {
            var write = writes[i];
            if (i % 3 == 0)
                Assert.Equal($"number {i}", (await Assert.ThrowsAsync<InvalidOperationException>(() => write)).Message);
            else
                Assert.Equal(i, await write);
        }
        Assert.Equal(66, Count(database));
    }

    [Fact]
    public async Task What_was_answered_is_there_for_every_reader_at_once()
    {
        await using var database = Open();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200),
            async (i, _) =>
            {
                await database.WriteAsync(session => session.Run(Add, $$"""{"userId":"u{{i}}"}"""));
                Assert.NotNull(
                    database.Read(session => session.Document("SELECT document FROM users WHERE userId = $1", $"u{i}"))
                );
            }
        );
    }

    [Fact]
    public async Task Two_processes_share_the_file_during_a_deploy()
    {
        await using var old = Open();
        await using var young = Open();

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    (i % 2 == 0 ? old : young).WriteAsync(session => session.Run(Add, $$"""{"userId":"u{{i}}"}"""))
                )
        );

        Assert.Equal(200, Count(old));
        Assert.Equal(200, Count(young));
    }

    [Fact]
    public async Task A_file_that_is_taken_away_is_missed_and_not_made_again()
    {
        await using var database = Open();
        await database.WriteAsync(session => session.Run(Add, "{}"));
        File.Delete(Path);

        await Assert.ThrowsAsync<UnavailableException>(() => database.WriteAsync(session => session.Run(Add, "{}")));
        await Assert.ThrowsAsync<UnavailableException>(() => database.WriteAsync(session => session.Run(Add, "{}")));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public async Task A_folder_that_appears_later_is_used_then()
    {
        var folder = _folder["later"];
        await using var database = SqliteDatabase.In(
            System.IO.Path.Combine(folder, "benevoclic.db"),
            NullLogger<SqliteDatabase>.Instance
        );
        Assert.Throws<UnavailableException>(() => Count(database));
        await Assert.ThrowsAsync<UnavailableException>(() => database.WriteAsync(session => session.Run(Add, "{}")));

        Directory.CreateDirectory(folder);

        await database.WriteAsync(session => session.Run(Add, "{}"));
        Assert.Equal(1, Count(database));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        await File.WriteAllTextAsync(Path, new string('x', 5000), TestContext.Current.CancellationToken);
        await using var database = Open();

        Assert.Throws<UnavailableException>(() => Count(database));
        await Assert.ThrowsAsync<UnavailableException>(() => database.WriteAsync(session => session.Run(Add, "{}")));
        Assert.Equal(5000, new FileInfo(Path).Length);
    }

    [Fact]
    public async Task A_second_start_finds_what_the_first_one_kept()
    {
        await using (var first = Open())
            await first.WriteAsync(session => session.Run(Add, """{"userId":"ada"}"""));

        await using var second = Open();
        Assert.Equal(1, Count(second));
        Assert.Equal("wal", second.Read(session => session.Texts("PRAGMA journal_mode"))[0]);
    }

    SqliteDatabase Open() => SqliteDatabase.In(Path, NullLogger<SqliteDatabase>.Instance);

    static long Count(SqliteDatabase database) =>
        database.Read(session => session.Number("SELECT count(*) FROM users"));
}
