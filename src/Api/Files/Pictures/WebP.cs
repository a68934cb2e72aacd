namespace Benevoclic.Api.Files.Pictures;

/// <summary>WebP: one RIFF container whose first chunk is a VP8, VP8L or VP8X (Google's "WebP Container Specification").</summary>
static class WebP
{
    const int RiffLength = 8;
    const int NameLength = 4;
    const uint Lossy = 0x20385056;
    const uint Lossless = 0x4C385056;
    const uint Extended = 0x58385056;

    public static bool Starts(ReadOnlySpan<byte> start) =>
        start.Length >= RiffLength + NameLength
        && start.StartsWith("RIFF"u8)
        && start[RiffLength..].StartsWith("WEBP"u8);

    public static bool ReadToEnd(PictureReader reader)
    {
        reader.Skip(NameLength);
        var end = RiffLength + (long)reader.LittleInt();
        reader.Skip(NameLength);
        var hasImage = false;
        while (reader.Position < end)
        {
            var (type, length) = (reader.LittleInt(), reader.LittleInt());
            hasImage |= type is Lossy or Lossless or Extended;
            if (!hasImage)
                return false;
            // Chunks begin at even places.
            reader.Skip(length + (length & 1L));
        }
        return hasImage && reader.Position == end;
    }
}
