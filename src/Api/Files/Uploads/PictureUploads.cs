using Benevoclic.Api.Files.Pictures;
using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Files.Uploads;

/// <summary>
/// Takes the picture out of a multipart request: one part named `file`, JPEG, PNG, WebP or GIF by its content, 5 MB at most. It goes
/// to a file as it comes, so that a hundred slow senders hold no memory.
/// </summary>
sealed class PictureUploads(DataFolder data)
{
    public const string PartName = "file";

    /// <summary>Bytes of one picture.</summary>
    public const long LargestPicture = 5 * 1024 * 1024;

    // What is kept back would find a full disk where nobody looks for it. What comes is in large pieces anyway.
    const int Unbuffered = 0;

    /// <exception cref="ApiException">400: no picture, or not as one part named `file`.</exception>
    /// <exception cref="BadHttpRequestException">413: it is too large.</exception>
    /// <exception cref="UnavailableException">There is no room to receive it.</exception>
    public async Task<Upload> ReceiveAsync(HttpRequest request, CancellationToken ct)
    {
        var content = Open();
        try
        {
            var fileName = await new UploadForm(request).CopyPartAsync(PartName, content, LargestPicture, ct);
            var picture = Picture.In(content) ?? throw Refused("Le fichier doit être une image JPEG, PNG, WebP ou GIF");
            content.SetLength(picture.Length);
            content.Position = 0;
            return new Upload(fileName, picture.Format, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    public static ApiException Refused(string message) => new(StatusCodes.Status400BadRequest, message);

    FileStream Open()
    {
        try
        {
            var path = Path.Combine(data.Path, $".upload-{Guid.CreateVersion7():N}");
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, Unbuffered);
            // Without a name from now on: whatever ends this process, nothing stays behind.
            File.Delete(path);
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException("the data folder", error);
        }
    }
}
