namespace Benevoclic.Api.Files.Pictures;

/// <summary>What a file really is, whatever its name says.</summary>
/// <param name="Length">Bytes until the picture ends. Phones append videos, others append archives and pages.</param>
sealed record Picture(PictureFormat Format, long Length)
{
    /// <summary>Null for anything that is not a whole picture from its first byte on.</summary>
    public static Picture? In(Stream content)
    {
        Span<byte> start = stackalloc byte[PictureFormat.Longest];
        content.Position = 0;
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return PictureFormat.Of(start[..read]) is { } format && EndOf(content, format) is { } end
            ? new(format, end)
            : null;
    }

    static long? EndOf(Stream content, PictureFormat format)
    {
        // Byte by byte, of a file that has no buffer.
        var reader = new PictureReader(new BufferedStream(content));
        try
        {
            return format.ReadToEnd(reader) ? reader.Position : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
