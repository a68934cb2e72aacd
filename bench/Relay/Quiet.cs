using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Bench.Relay;

/// <summary>An Alertmanager, a Prometheus and an API to whom nothing happens.</summary>
sealed class Quiet : IAsyncDisposable
{
    readonly WebApplication _app;

    Quiet(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public static async Task<Quiet> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var quiet = new Quiet(builder.Build());
        // An Alertmanager that is silent: its list would lack what we send past it, and the relay would end it.
        quiet._app.MapGet("/api/v2/{**rest}", () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        quiet._app.MapGet(
            "/{**rest}",
            () => Results.Text("""{"status":"success","data":{"groups":[],"resultType":"vector","result":[]}}""")
        );
        await quiet._app.StartAsync();
        return quiet;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
