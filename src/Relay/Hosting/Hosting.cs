using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Benevoclic.Relay.Hosting;

/// <summary>What every small server needs: address, log, metrics, health.</summary>
static class Hosting
{
    const int Series = 200;

    /// <summary>Settings are read once, at start: a watch over their files would take one of the 128 that a user has on a machine.</summary>
    const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    const string DefaultAddress = "http://localhost:9094";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // The content root is watched with all its folders: never the place from where somebody happens to start us.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = [.. args, NoWatch], ContentRootPath = AppContext.BaseDirectory }
        );
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder;
    }

    public static void AddHosting(this WebApplicationBuilder builder, RelaySettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RelayMetrics>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(8));
        builder.Logging.AddQuietConsole();
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("benevoclic-relay"))
            .WithMetrics(metrics =>
                metrics
                    .AddMeter(RelayMetrics.MeterName)
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    // Room is made at once for as many series of each metric as this: 2,000 by itself, and no label here has so many values.
                    .AddView(instrument => new MetricStreamConfiguration { CardinalityLimit = Series })
                    .AddPrometheusExporter(exporter => exporter.ScopeInfoEnabled = false)
            );
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapMethods("/health", [HttpMethods.Get, HttpMethods.Head], () => TypedResults.Ok(new Health("ok")))
            .DisableHttpMetrics();
        app.MapPrometheusScrapingEndpoint("/metrics").DisableHttpMetrics();
    }

    static void AddQuietConsole(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Benevoclic", LogLevel.Information);
        // A start that fails is told in one line by Program.cs, not with a stack trace as well.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
    }

    internal sealed record Health(string Status);
}
