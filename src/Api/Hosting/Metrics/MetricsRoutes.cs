using System.Diagnostics.Metrics;
using Benevoclic.Api.Accounts;
using Benevoclic.Api.Storage;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Benevoclic.Api.Hosting.Metrics;

static class MetricsRoutes
{
    public const string ServiceName = "benevoclic-api";

    public static void AddMetrics(this WebApplicationBuilder builder)
    {
        var release = Release.From(builder.Configuration);
        builder.Services.AddSingleton<LastRequest>();
        builder.Services.AddSingleton<WantedReplicas>();
        builder
            .Services.AddOpenTelemetry()
            // No generated instance id: a label that changes at every start makes new series of the old ones.
            .ConfigureResource(resource =>
                resource.AddService(
                    ServiceName,
                    serviceVersion: release.IsNamed ? release.Id : null,
                    autoGenerateServiceInstanceId: false
                )
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter(LastRequest.MeterName)
                    .AddMeter(StoreMetrics.MeterName)
                    .AddMeter(SignInMetrics.MeterName)
                    .AddPrometheusExporter(exporter => exporter.ScopeInfoEnabled = false)
            );
        builder.Services.ConfigureOpenTelemetryMeterProvider(
            (services, metrics) => metrics.AddView(RequestSeries.Of(services.GetRequiredService<IMeterFactory>()))
        );
    }

    public static void UseLastRequest(this WebApplication app) => app.UseMiddleware<LastRequestNotes>();

    public static void MapMetrics(this WebApplication app)
    {
        // Nobody else asks for it; it shows what it was told.
        app.Services.GetRequiredService<WantedReplicas>();
        app.MapPrometheusScrapingEndpoint("/metrics").AsOperational();
    }
}
