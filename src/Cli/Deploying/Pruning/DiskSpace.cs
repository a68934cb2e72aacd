using System.Globalization;

namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>What is free on a disk of a host.</summary>
/// <param name="Folder">A folder of ours, or of the engine.</param>
/// <param name="Free">Bytes.</param>
/// <param name="Mount">Where the disk is mounted: two folders may lie on the same one.</param>
sealed record DiskSpace(string Folder, long Free, string Mount)
{
    const long Kilobyte = 1L << 10;
    const long Megabyte = 1L << 20;
    const long Gigabyte = 1L << 30;

    /// <summary>Bytes that must be free before a deploy: an update holds two images and two releases for a while.</summary>
    public const long Reserve = 2 * Gigabyte;

    public bool IsShort => Free < Reserve;

    /// <param name="facts">Parts of <c>prune.sh</c>'s answers: folder, free kilobytes, mount.</param>
    public static IReadOnlyList<DiskSpace> Parse(IEnumerable<string[]> facts) =>
        [.. facts.Where(IsKnown).Select(parts => new DiskSpace(parts[0], Kilobytes(parts[1]), parts[2]))];

    /// <returns>Bytes that are free now and were not before, never less than zero; each disk counts once.</returns>
    public static long Freed(IEnumerable<DiskSpace> before, IEnumerable<DiskSpace> after) =>
        before
            .DistinctBy(disk => disk.Mount)
            .Join(after.DistinctBy(disk => disk.Mount), disk => disk.Mount, disk => disk.Mount, Gain)
            .Sum();

    public static long Kilobytes(string text) => long.Parse(text, CultureInfo.InvariantCulture) * Kilobyte;

    /// <summary>Bytes for people: <c>1.5 GB</c>, <c>20 MB</c>, <c>3 KB</c>.</summary>
    public static string Words(long bytes) =>
        bytes switch
        {
            >= Gigabyte => string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / Gigabyte:0.0} GB"),
            >= Megabyte => string.Create(CultureInfo.InvariantCulture, $"{bytes / Megabyte} MB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / Kilobyte} KB"),
        };

    static bool IsKnown(string[] parts) => parts is [_, { Length: > 0 }, _];

    static long Gain(DiskSpace before, DiskSpace after) => Math.Max(0, after.Free - before.Free);
}
