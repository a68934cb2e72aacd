using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benevoclic.EndToEnd.Proxy;

/// <summary>Stands behind the proxy: says who it is, what it was asked, and takes as long as it is told.</summary>
sealed class FakeService : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly TaskCompletionSource _arrived = new();
    readonly TaskCompletionSource _letGo = new();

    FakeService(WebApplication app) => _app = app;

    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<FakeService> StartAsync(string name, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                context.Response.Headers["X-Benevoclic-Release"] = name;
                return next(context);
            }
        );
        app.MapPost(
            "/echo",
            async (HttpRequest request, HttpResponse response) =>
            {
                response.ContentType = "application/octet-stream";
                await request.Body.CopyToAsync(response.Body);
            }
        );
        app.MapPost(
            "/count",
            async (HttpRequest request) =>
            {
                using var sink = new MemoryStream();
                await request.Body.CopyToAsync(sink);
                return $"{sink.Length}";
            }
        );
        app.MapGet("/events", EventsAsync);
        app.MapMethods("/tagged", ["GET", "HEAD"], Tagged);
        app.MapFallback((HttpRequest request) => Results.Text(Seen(request)));
        var service = new FakeService(app);
        app.MapGet("/held", service.HoldAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>Waits until a request for <c>/held</c> has come.</summary>
    public Task HoldsAsync() => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Answers what was asked for <c>/held</c>.</summary>
    public void LetGo() => _letGo.TrySetResult();

    /// <summary>As after SIGTERM: what has begun is finished, nothing new is taken.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    async Task<string> HoldAsync()
    {
        _arrived.TrySetResult();
        await _letGo.Task;
        return "late";
    }

    /// <summary>The request as it arrived, one fact a line.</summary>
    static string Seen(HttpRequest request) =>
        string.Join(
            '\n',
            request
                .Headers.Select(header => $"{header.Key}: {header.Value}")
                .Prepend($"{request.Method} {request.Path}{request.QueryString}")
        );

    static IResult Tagged(HttpResponse response)
    {
        response.Headers.ETag = "\"abc\"";
        response.Headers.AccessControlAllowCredentials = "true";
        response.Headers.Vary = "Origin";
        return Results.Text("tagged");
    }

    static async Task EventsAsync(HttpResponse response, CancellationToken ct)
    {
        response.ContentType = "text/event-stream";
        for (var i = 0; ; i++)
        {
            await response.WriteAsync($"data: {i}\n\n", ct);
            await response.Body.FlushAsync(ct);
            await Task.Delay(TimeSpan.FromSeconds(10), ct);
        }
    }
}
