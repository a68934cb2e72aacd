using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Harness;

/// <summary>Stands where Discord would: takes messages as its webhooks do, and remembers every try.</summary>
public sealed class DiscordRecorder : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly ConcurrentQueue<DiscordPost> _posts = new();

    DiscordRecorder(WebApplication app) => _app = app;

    public IReadOnlyList<DiscordPost> Posts => [.. _posts];

    /// <summary>Without the edits: what made somebody's phone ring.</summary>
    public IReadOnlyList<DiscordPost> Messages => [.. _posts.Where(post => post.Method == "POST")];

    /// <summary>What it answers; 200 takes the message, as Discord does with ?wait=true.</summary>
    public int Status { get; set; } = 200;

    public string WebhookUrl => $"{_app.Urls.Single()}/api/webhooks/1/a-token-that-no-log-may-show";

    /// <param name="address">Where it listens: an address of this machine that whoever posts can reach.</param>
    public static async Task<DiscordRecorder> StartAsync(string address = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{address}:0");
        var recorder = new DiscordRecorder(builder.Build());
        recorder._app.MapMethods("/{**path}", ["POST", "PATCH"], recorder.TakeAsync);
        await recorder._app.StartAsync();
        return recorder;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        _posts.Enqueue(new DiscordPost(request.Method, Stopwatch.GetTimestamp(), await reader.ReadToEndAsync()));
        return Status == 200
            ? Results.Json(new { id = $"{_posts.Count}" })
            : Results.Json(new { message = "a refusal" }, statusCode: Status);
    }
}
