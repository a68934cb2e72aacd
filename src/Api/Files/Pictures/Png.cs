namespace Benevoclic.Api.Files.Pictures;

/// <summary>PNG: eight bytes, then chunks of length, type, data and checksum, from IHDR to IEND (W3C PNG, 5.2 and 5.3).</summary>
static class Png
{
    const uint Header = 0x49484452;
    const uint Data = 0x49444154;
    const uint End = 0x49454E44;
    const int HeaderLength = 13;
    const int ChecksumLength = 4;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Starts(ReadOnlySpan<byte> start) => start.StartsWith(Signature);

    public static bool ReadToEnd(PictureReader reader)
    {
        reader.Skip(Signature.Length);
        return ReadHeader(reader) && ReadChunks(reader);
    }

    static bool ReadHeader(PictureReader reader)
    {
        if (
            reader.BigInt() != HeaderLength
            || reader.BigInt() != Header
            || reader.BigInt() == 0
            || reader.BigInt() == 0
        )
            return false;
        reader.Skip(HeaderLength - 2 * sizeof(uint) + ChecksumLength);
        return true;
    }

    static bool ReadChunks(PictureReader reader)
    {
        for (var hasData = false; ; )
        {
            var (length, type) = (reader.BigInt(), reader.BigInt());
            reader.Skip(length + (long)ChecksumLength);
            hasData |= type == Data;
            if (type == End)
                return hasData;
        }
    }
}
