using Benevoclic.Api.Files.Pictures;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Benevoclic.Api.Files.Disk;

/// <summary>Serves what <see cref="DiskFiles"/> links to, where S3 would.</summary>
static class DiskFilesRoute
{
    // A key names one picture for ever, but its link ends: nobody else's cache may keep it longer.
    const string Caching = "private, max-age=900, immutable";

    public static void MapDiskFiles(this WebApplication app) =>
        app.MapGet($"/{DiskFiles.Route}/{{**key}}", Read).ExcludeFromDescription().ForAnyone();

    static async Task<FileStreamHttpResult> Read(
        string key,
        string? expires,
        string? signature,
        DiskFiles files,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var content = files.Open(new SignedLink(key, expires ?? "", signature ?? "")) ?? throw NotThere();
        response.RegisterForDisposeAsync(content);
        var format = await FormatOfAsync(content, ct) ?? throw NotThere();
        var headers = response.Headers;
        headers.CacheControl = Caching;
        // What was checked at the upload is not guessed again by a browser, and is a picture and no page.
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Stream(content, format.ContentType, enableRangeProcessing: true);
    }

    static async Task<PictureFormat?> FormatOfAsync(Stream content, CancellationToken ct)
    {
        var start = new byte[PictureFormat.Longest];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        content.Position = 0;
        return PictureFormat.Of(start.AsSpan(0, read));
    }

    static ApiException NotThere() => new(StatusCodes.Status404NotFound, "Fichier non trouvé");
}
