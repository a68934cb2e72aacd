using Microsoft.AspNetCore.Http.Features;

namespace Benevoclic.Api.Hosting.OpenApi;

/// <summary>The page at /swagger where a developer reads and tries the API; its files are inside the package, no network.</summary>
static class ApiPage
{
    const string Prefix = "swagger";

    public static void UseApiPage(this WebApplication app)
    {
        app.Use(LeaveOutOfMetrics);
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = Prefix;
            page.DocumentTitle = ApiDocument.Title;
            page.SwaggerEndpoint(ApiDocument.JsonRoute, ApiDocument.Title);
        });
    }

    // The page is files and no endpoint, so it cannot be marked operational.
    static Task LeaveOutOfMetrics(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments($"/{Prefix}"))
            context.Features.Get<IHttpMetricsTagsFeature>()?.MetricsDisabled = true;
        return next(context);
    }
}
