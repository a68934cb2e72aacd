using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>A real HTTP server on a free port that plays somebody the relay talks to, and remembers every call.</summary>
sealed class Neighbour : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly TimeProvider _time;
    readonly ConcurrentQueue<Call> _calls = [];

    Neighbour(TimeProvider time, Func<Call, HttpContext, Task> answer)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => AnswerAsync(context, answer));
    }

    public IReadOnlyList<Call> Calls => [.. _calls];

    public string Address => _app.Urls.Single();

    public static async Task<Neighbour> StartAsync(TimeProvider time, Func<Call, HttpContext, Task> answer)
    {
        var neighbour = new Neighbour(time, answer);
        await neighbour._app.StartAsync();
        return neighbour;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task AnswerAsync(HttpContext context, Func<Call, HttpContext, Task> answer)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var call = new Call(
            _calls.Count + 1,
            context.Request.Method,
            $"{context.Request.Path}{context.Request.QueryString}",
            body,
            _time.GetUtcNow()
        );
        _calls.Enqueue(call);
        await answer(call, context);
    }
}

/// <param name="At">By the test's own clock.</param>
sealed record Call(int Number, string Method, string Path, string Body, DateTimeOffset At);
