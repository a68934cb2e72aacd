namespace Benevoclic.Api.Hosting;

static class Server
{
    const string DefaultUrl = "http://localhost:3000";

    /// <summary>What one request may carry, in bytes: 100 kB as body-parser counts. Upload routes raise it for themselves.</summary>
    public const long BodyLimit = 100 * 1024;

    static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(30);

    public static void AddServer(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainTimeout);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(Release.From(builder.Configuration));
        builder.Services.AddHostedService<Announcer>();
    }
}
