namespace Benevoclic.Api.Files.Pictures;

/// <summary>One kind of picture that browsers show.</summary>
/// <param name="Extension">With its dot.</param>
/// <param name="Starts">Looks at the first bytes of a file: up to <see cref="Longest"/> of them.</param>
/// <param name="ReadToEnd">Reads from the beginning to where the picture ends; false when it is broken.</param>
sealed record PictureFormat(
    string ContentType,
    string Extension,
    PictureFormat.Magic Starts,
    Func<PictureReader, bool> ReadToEnd
)
{
    public delegate bool Magic(ReadOnlySpan<byte> start);

    /// <summary>How many bytes tell one format from another.</summary>
    public const int Longest = 12;

    public static readonly IReadOnlyList<PictureFormat> All =
    [
        new("image/jpeg", ".jpg", Jpeg.Starts, Jpeg.ReadToEnd),
        new("image/png", ".png", Png.Starts, Png.ReadToEnd),
        new("image/webp", ".webp", WebP.Starts, WebP.ReadToEnd),
        new("image/gif", ".gif", Gif.Starts, Gif.ReadToEnd),
    ];

    /// <summary>The format of a file that begins like this; null when it is none of ours.</summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> start)
    {
        foreach (var format in All)
        {
            if (format.Starts(start))
                return format;
        }
        return null;
    }
}
