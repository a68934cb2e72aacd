using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>Reads a request's body as body-parser does: JSON or a form; nothing, or anything else, counts as `{}`.</summary>
static class Body
{
    /// <exception cref="BadHttpRequestException">It cannot be read, or is larger than the route takes.</exception>
    public static async Task<JsonObject> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (Parser(request) is not { } parse)
            return [];

        RefuseEncoded(request);
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, ct);
        return bytes.Length == 0 ? [] : parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    static Func<ReadOnlyMemory<byte>, JsonObject>? Parser(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            ? type.MediaType.Value?.ToLowerInvariant() switch
            {
                JsonBody.MediaType => JsonBody.Parse,
                FormBody.MediaType => FormBody.Parse,
                _ => null,
            }
            : null;

    // No client of ours compresses or leaves UTF-8, and unpacking is how a small body becomes a large one.
    static void RefuseEncoded(HttpRequest request)
    {
        var charset = MediaTypeHeaderValue.Parse(request.ContentType).Charset;
        var plain = !charset.HasValue || charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        if (!plain || request.Headers.ContentEncoding.Any(coding => coding != "identity"))
            throw new BadHttpRequestException("unsupported encoding", StatusCodes.Status415UnsupportedMediaType);
    }
}
