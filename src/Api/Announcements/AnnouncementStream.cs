using System.Buffers;
using Benevoclic.Api.Storage;

namespace Benevoclic.Api.Announcements;

/// <summary>All announcements as one JSON list, sent as they are read: however many there are, only some are in memory.</summary>
sealed class AnnouncementStream(IAnnouncements announcements, AnnouncementPictures pictures) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var ct = httpContext.RequestAborted;
        await using var batches = announcements.ReadAllAsync(ct).GetAsyncEnumerator(ct);
        // Before the first byte: until then a store that does not answer can still be told.
        var more = await batches.MoveNextAsync();
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        var separator = "["u8.ToArray();
        while (more)
        {
            foreach (var shown in await ShowAsync(batches.Current, ct))
            {
                response.BodyWriter.Write(separator);
                response.BodyWriter.Write(shown.Json.Span);
                separator = ","u8.ToArray();
            }
            await response.BodyWriter.FlushAsync(ct);
            more = await batches.MoveNextAsync();
        }
        await response.BodyWriter.WriteAsync(separator[0] == '[' ? "[]"u8.ToArray() : "]"u8.ToArray(), ct);
    }

    Task<IReadOnlyList<Document>> ShowAsync(IReadOnlyList<Document> batch, CancellationToken ct) =>
        pictures.ShowAsync([.. batch.Select(document => new Announcement(document))], Audience.Visitors, ct);
}
