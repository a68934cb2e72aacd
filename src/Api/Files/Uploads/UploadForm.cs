using Benevoclic.Api.Hosting.Errors;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Benevoclic.Api.Files.Uploads;

/// <summary>Reads one file out of multipart/form-data, and refuses what the contract refuses.</summary>
sealed class UploadForm(HttpRequest request)
{
    const int LongestBoundary = 200;
    const int BufferSize = 16 * 1024;

    /// <summary>Reads the form to its end: a sender that is cut off before has sent no file.</summary>
    /// <returns>The name that the sender gave the file; "" when none.</returns>
    public async Task<string> CopyPartAsync(string name, Stream target, long limit, CancellationToken ct)
    {
        var reader = new MultipartReader(Boundary(), request.Body);
        string? fileName = null;
        while (await NextAsync(reader, ct) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition || !IsFile(disposition))
                continue;
            if (disposition.Name != name || fileName is not null)
                throw PictureUploads.Refused($"Unexpected field - {Shown(disposition.Name)}");
            fileName = NameOf(disposition);
            await CopyAsync(section.Body, target, limit, ct);
        }
        return fileName ?? throw PictureUploads.Refused("Aucun fichier reçu : envoyez l'image dans le champ « file »");
    }

    // Without a file name a part is a field of the form, which the contract passes over.
    static bool IsFile(ContentDispositionHeaderValue disposition) =>
        disposition.FileName.HasValue || disposition.FileNameStar.HasValue;

    static string NameOf(ContentDispositionHeaderValue disposition) =>
        (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString().Trim('"');

    static string Shown(Microsoft.Extensions.Primitives.StringSegment name) => name.ToString().Trim('"');

    string Boundary()
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw PictureUploads.Refused(
                "Aucun fichier reçu : envoyez l'image en multipart/form-data, dans le champ « file »"
            );
        }
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= LongestBoundary
            ? boundary
            : throw PictureUploads.Refused("Multipart: Boundary not found");
    }

    static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken ct)
    {
        try
        {
            return await reader.ReadNextSectionAsync(ct);
        }
        catch (Exception error) when (IsBroken(error))
        {
            throw PictureUploads.Refused("Unexpected end of form");
        }
    }

    static async Task CopyAsync(Stream part, Stream target, long limit, CancellationToken ct)
    {
        var buffer = new byte[BufferSize];
        while (await ReadAsync(part, buffer, ct) is > 0 and var count)
        {
            if (target.Length + count > limit)
                throw new BadHttpRequestException("the picture is too large", StatusCodes.Status413PayloadTooLarge);
            await WriteAsync(target, buffer.AsMemory(0, count), ct);
        }
    }

    static async Task<int> ReadAsync(Stream part, Memory<byte> buffer, CancellationToken ct)
    {
        try
        {
            return await part.ReadAsync(buffer, ct);
        }
        catch (Exception error) when (IsBroken(error))
        {
            throw PictureUploads.Refused("Unexpected end of form");
        }
    }

    static async Task WriteAsync(Stream target, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await target.WriteAsync(bytes, ct);
        }
        catch (IOException error)
        {
            throw new UnavailableException("the data folder", error);
        }
    }

    static bool IsBroken(Exception error) =>
        error is InvalidDataException
        || (
            error
            is IOException
                and not BadHttpRequestException
                and not Microsoft.AspNetCore.Connections.ConnectionResetException
        );
}
