namespace Benevoclic.Api.Files.Pictures;

/// <summary>JPEG: segments that a marker introduces, from SOI to EOI, with compressed data after each SOS (ITU-T T.81, B.1).</summary>
static class Jpeg
{
    const byte Prefix = 0xFF;
    const byte StartOfScan = 0xDA;
    const byte EndOfImage = 0xD9;

    static ReadOnlySpan<byte> StartOfImage => [Prefix, 0xD8];

    public static bool Starts(ReadOnlySpan<byte> start) => start.StartsWith([.. StartOfImage, Prefix]);

    public static bool ReadToEnd(PictureReader reader)
    {
        reader.Skip(StartOfImage.Length);
        var (hasSize, hasScan) = (false, false);
        for (var marker = Marker(reader); marker != EndOfImage; )
        {
            if (!ReadSegment(reader, marker, ref hasSize))
                return false;
            hasScan |= marker == StartOfScan;
            marker = marker == StartOfScan ? MarkerAfterScan(reader) : Marker(reader);
        }
        return hasSize && hasScan;
    }

    /// <summary>Between two segments only fill bytes (FF) may stand. 0 is no marker, and no segment's.</summary>
    static byte Marker(PictureReader reader)
    {
        if (reader.Byte() != Prefix)
            return 0;
        var marker = reader.Byte();
        while (marker == Prefix)
            marker = reader.Byte();
        return marker;
    }

    static byte MarkerAfterScan(PictureReader reader)
    {
        while (true)
        {
            while (reader.Byte() != Prefix) { }
            var marker = reader.Byte();
            while (marker == Prefix)
                marker = reader.Byte();
            // FF00 is the data byte FF, FFD0 to FFD7 are restart points in the data.
            if (marker is not (0 or (>= 0xD0 and <= 0xD7)))
                return marker;
        }
    }

    static bool ReadSegment(PictureReader reader, byte marker, ref bool hasSize)
    {
        // TEM and the restart points stand alone; below C0 and SOI inside a picture are mistakes.
        if (marker is < 0xC0 or (>= 0xD0 and <= 0xD8))
            return false;
        var length = reader.BigShort();
        if (length < sizeof(ushort))
            return false;
        var end = reader.Position + length - sizeof(ushort);
        if (IsFrame(marker))
        {
            reader.Skip(1 + sizeof(ushort));
            hasSize = reader.BigShort() > 0;
        }
        if (reader.Position > end)
            return false;
        reader.Skip(end - reader.Position);
        return true;
    }

    /// <summary>SOF0 to SOF15. C4, C8 and CC have other meanings.</summary>
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
