using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Logging.Console;

namespace Benevoclic.Dashboards.Hosting;

/// <summary>A web server for the person at this machine, and for nobody else.</summary>
static class LocalServer
{
    /// <summary>A page elsewhere can point a name of its own at 127.0.0.1 and then read our answers; a host name gives it away.</summary>
    static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Data is drawn by our own scripts alone; styles are set by uPlot on its elements.</summary>
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A watch over settings files would take one of the 128 that a user has on a machine.</summary>
    const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    public static WebApplication Create(Settings settings, string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = [.. args, NoWatch], ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, settings.Port);
        });
        builder.Services.AddSingleton(settings);
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = [.. Names]);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Logging.AddQuietConsole();
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(Guarded);
        app.MapGet("/api/health", () => TypedResults.Ok(new Health("ok")));
        return app;
    }

    static Task Guarded(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return next(context);
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
        // A start that fails is told in one line by Program.cs, not with a stack trace as well.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
    }

    sealed record Health(string Database);
}
