using System.Globalization;
using System.Text.RegularExpressions;
using Benevoclic.Api.Files.Uploads;
using Benevoclic.Api.Text;

namespace Benevoclic.Api.Files;

/// <summary>
/// The names of files, as production has them: `avatars/UID/MILLISECONDS-NAME` and `announcement/ID/MILLISECONDS-NAME`. The name is
/// what a person called the picture, reduced to what means nothing to any file system, address or page.
/// </summary>
static partial class FileKey
{
    const int LongestName = 80;

    public static string OfAvatar(string userId, Upload picture, DateTimeOffset now) =>
        Of("avatars", userId, picture, now);

    public static string OfCover(string announcementId, Upload picture, DateTimeOffset now) =>
        Of("announcement", announcementId, picture, now);

    /// <summary>The file's name without folders, accents and signs, with the extension of what the file really is.</summary>
    public static string CleanName(string fileName, string extension)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var stem = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
        var clean = Unsafe().Replace(Accents.Strip(stem), "-").Trim('-');
        clean = clean.Length > LongestName ? clean[..LongestName].TrimEnd('-') : clean;
        return (clean.Length == 0 ? "image" : clean) + extension;
    }

    static string Of(string folder, string owner, Upload picture, DateTimeOffset now) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{folder}/{Unsafe().Replace(owner, "-")}/{now.ToUnixTimeMilliseconds()}-{CleanName(picture.FileName, picture.Format.Extension)}"
        );

    [GeneratedRegex("[^A-Za-z0-9_]+")]
    private static partial Regex Unsafe();
}
