using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Benevoclic.BadApi;

/// <summary>What is wrong with this API: it stands before all of the real one's request handling.</summary>
static class Defect
{
    const string ReleaseHeader = "X-Benevoclic-Release";

    public static IStartupFilter Named(string name) =>
        name switch
        {
            "never-answers" => new Filter((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted)),
            "answers-500" => new Filter((context, _) => FailAsync(context)),
            "wrong-release" => new Filter(NameAnotherReleaseAsync),
            "eats-memory" => EatMemory(),
            "lacks-a-metric" => new Filter(RenameAMetricAsync),
            "never-rests" => NeverRests(),
            "turns-bad" => TurnsBad(
                TimeSpan.FromSeconds(int.Parse(Environment.GetEnvironmentVariable("BAD_API_AFTER") ?? "20"))
            ),
            _ => throw new ArgumentException($"BAD_API should name a defect, found \"{name}\"", nameof(name)),
        };

    static Task FailAsync(HttpContext context)
    {
        context.Response.StatusCode = 500;
        return context.Response.WriteAsync("broken on purpose");
    }

    static Task NameAnotherReleaseAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[ReleaseHeader] = "another-release";
            return Task.CompletedTask;
        });
        return next(context);
    }

    static async Task RenameAMetricAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Response.Body;
        using var scrape = new MemoryStream();
        context.Response.Body = scrape;
        await next(context);
        context.Response.Body = body;
        var text = Encoding.UTF8.GetString(scrape.GetBuffer(), 0, (int)scrape.Length);
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(text.Replace("api_last_request_", "api_latest_request_"));
    }

    static Filter TurnsBad(TimeSpan after)
    {
        var watch = Stopwatch.StartNew();
        return new Filter((context, next) => watch.Elapsed < after ? next(context) : FailAsync(context));
    }

    static Filter EatMemory()
    {
        new Thread(Eat) { IsBackground = true }.Start();
        return new Filter((context, next) => next(context));
    }

    /// <summary>What one transaction writes into the one table and into the other must never be seen apart.</summary>
    static Filter NeverRests()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("BENEVOCLIC_DATA")!, "pairs.db");
        new Thread(() => WritePairs(path)) { IsBackground = true }.Start();
        return new Filter((context, next) => next(context));
    }

    static void WritePairs(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS a (x BLOB); CREATE TABLE IF NOT EXISTS b (x BLOB);";
        command.ExecuteNonQuery();
        command.CommandText =
            "BEGIN; INSERT INTO a VALUES (randomblob(3000)); INSERT INTO b VALUES (randomblob(3000)); COMMIT;";
        while (true)
        {
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Native memory: .NET's own would stop at the container's limit with an exception, and the kernel would not kill.</summary>
    static unsafe void Eat()
    {
        const int block = 16 * 1024 * 1024;
        // Ends at 4 GB: where nobody set a limit, the machine must not be the one that suffers.
        for (var i = 0; i < 256; i++)
        {
            new Span<byte>(NativeMemory.Alloc(block), block).Fill(1);
        }
    }

    sealed class Filter(Func<HttpContext, RequestDelegate, Task> handle) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(following => context => handle(context, following));
                next(app);
            };
    }
}
