using Benevoclic.Api.Files.Pictures;

namespace Benevoclic.Api.Files.Uploads;

/// <summary>A picture that came with a request. It lies in a file that is gone when this is disposed.</summary>
/// <param name="fileName">What the sender calls it: any text.</param>
/// <param name="content">The picture and nothing else, at its beginning.</param>
sealed class Upload(string fileName, PictureFormat format, FileStream content) : IAsyncDisposable
{
    public string FileName => fileName;

    public PictureFormat Format => format;

    public Stream Content => content;

    public ValueTask DisposeAsync() => content.DisposeAsync();
}
