using System.Diagnostics.Metrics;
using Benevoclic.Api.Configuration;
using Benevoclic.Api.Files.Disk;
using Benevoclic.Api.Files.S3;
using Benevoclic.Api.Files.Uploads;

namespace Benevoclic.Api.Files;

static class FilesSetup
{
    public static void AddFiles(this WebApplicationBuilder builder)
    {
        var s3 = Edge.Files.IsOutside(builder.Configuration) ? S3Settings.From(builder.Configuration) : null;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<PictureUploads>();
        builder.Services.AddSingleton<Replacement>();
        builder.Services.AddSingleton<PublicAddress>();
        if (s3 is null)
            builder.Services.AddSingleton<DiskFiles>();
        builder.Services.AddSingleton<IFiles>(services => new MeasuredFiles(
            s3 is null
                ? services.GetRequiredService<DiskFiles>()
                : new S3Files(s3, services.GetRequiredService<ILogger<S3Files>>()),
            services.GetRequiredService<IMeterFactory>()
        ));
        builder.Services.AddSingleton<FilesCheck>();
        builder.Services.AddHealthChecks().AddCheck<FilesCheck>("files");
    }

    public static void MapFiles(this WebApplication app)
    {
        if (app.Services.GetService<DiskFiles>() is not null)
            app.MapDiskFiles();
    }
}
