namespace Benevoclic.Api.Files.Pictures;

/// <summary>GIF: a screen, then images and extensions made of sub-blocks, until the trailer (GIF89a, 17 to 27).</summary>
static class Gif
{
    const byte Image = 0x2C;
    const byte Extension = 0x21;
    const byte Trailer = 0x3B;
    const int SignatureLength = 6;

    public static bool Starts(ReadOnlySpan<byte> start) => start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8);

    public static bool ReadToEnd(PictureReader reader)
    {
        reader.Skip(SignatureLength);
        if (reader.LittleShort() == 0 || reader.LittleShort() == 0)
            return false;
        var screen = reader.Byte();
        reader.Skip(2);
        SkipColours(reader, screen);
        return ReadBlocks(reader);
    }

    static bool ReadBlocks(PictureReader reader)
    {
        for (var hasImage = false; ; )
        {
            switch (reader.Byte())
            {
                case Image:
                    SkipImage(reader);
                    hasImage = true;
                    break;
                case Extension:
                    reader.Skip(1);
                    SkipSubBlocks(reader);
                    break;
                case Trailer:
                    return hasImage;
                default:
                    return false;
            }
        }
    }

    static void SkipImage(PictureReader reader)
    {
        reader.Skip(4 * sizeof(ushort));
        SkipColours(reader, reader.Byte());
        reader.Skip(1);
        SkipSubBlocks(reader);
    }

    static void SkipSubBlocks(PictureReader reader)
    {
        while (reader.Byte() is > 0 and var length)
            reader.Skip(length);
    }

    /// <param name="packed">Its highest bit: a colour table follows. Its lowest three: how large that is.</param>
    static void SkipColours(PictureReader reader, byte packed)
    {
        if ((packed & 0x80) != 0)
            reader.Skip(3 << ((packed & 0x07) + 1));
    }
}
