using Benevoclic.Api.Hosting.Answers;
using Benevoclic.Api.Hosting.Metrics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Api.Hosting.Health;

static class HealthRoutes
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Uptime>();
        builder.Services.AddSingleton(services =>
            DataFolder.From(builder.Configuration, services.GetRequiredService<ILogger<DataFolder>>())
        );
        builder.Services.AddHealthChecks().AddCheck<DrainingCheck>("process").AddCheck<DataFolderCheck>("data folder");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.Services.GetRequiredService<Uptime>();
        app.Services.GetRequiredService<DataFolder>().Create();

        app.MapGet("/health", Health).WithTags("health").Answers<HealthBody>().AsOperational();
        var ready = new HealthCheckOptions
        {
            ResponseWriter = (context, report) =>
                context.Response.WriteAsJsonAsync(ReadinessBody.From(report), context.RequestAborted),
        };
        app.MapHealthChecks("/health/ready", ready).AsOperational();
    }

    static JsonHttpResult<HealthBody> Health(
        HttpResponse response,
        TimeProvider clock,
        Uptime uptime,
        Release release,
        IConfiguration configuration
    )
    {
        if (release.IsNamed)
            response.Headers[Release.Header] = release.Id;
        var environment = configuration["NODE_ENV"] is { Length: > 0 } named ? named : "development";
        return TypedResults.Json(new HealthBody("ok", clock.GetUtcNow(), uptime.Elapsed.TotalSeconds, environment));
    }
}
