using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Backups;

/// <summary>What people type for a place of backups, or for one backup in it.</summary>
/// <param name="Bucket">The bucket; null for a folder.</param>
/// <param name="Path">The folder, or the prefix in the bucket: empty, or with a slash at its end.</param>
/// <param name="Name">The backup; empty when the place itself is meant.</param>
sealed record BackupAddress(string? Bucket, string Path, string Name)
{
    const string Scheme = "s3://";

    /// <param name="text"><c>s3://bucket/prefix</c>, or a folder; null for the one in the state folder.</param>
    /// <param name="state">Where a local run keeps things.</param>
    /// <exception cref="CommandException">It names no bucket.</exception>
    public static BackupAddress OfPlace(string? text, StateFolder state) =>
        text is null ? new(null, state.Backups, "")
        : InBucket(text) is { } parts
            ? parts.Bucket.Length > 0 ? new(parts.Bucket, Prefix(parts.Key), "")
                : throw new CommandException(
                    ExitCode.Usage,
                    $"{Scheme}bucket/prefix is the address of a bucket, found \"{text}\""
                )
        : new(null, System.IO.Path.GetFullPath(text), "");

    /// <param name="text">An archive: its path, its address in a bucket, or the name of one in the state folder.</param>
    /// <param name="state">Where a local run keeps things.</param>
    public static BackupAddress OfBackup(string text, StateFolder state)
    {
        var bare = Without(Without(text, BackupManifest.ArchiveEnd), BackupManifest.ManifestEnd);
        var cut = bare.LastIndexOf('/') + 1;
        var (place, name) = (bare[..cut], bare[cut..]);
        return place.Length == 0 ? new(null, state.Backups, name) : OfPlace(place, state) with { Name = name };
    }

    /// <exception cref="CommandException">It is a bucket, and its key is missing.</exception>
    public IBackupPlace Open(IReadOnlyDictionary<string, string> environment) =>
        Bucket is null ? new FolderPlace(Path) : BucketPlace.Open(Bucket, Path, environment);

    static (string Bucket, string Key)? InBucket(string text) =>
        text.StartsWith(Scheme, StringComparison.Ordinal)
            ? text[Scheme.Length..].Split('/', 2) is [var bucket, var key]
                ? (bucket, key)
                : (text[Scheme.Length..], "")
            : null;

    static string Prefix(string key) => key.Trim('/') is { Length: > 0 } bare ? $"{bare}/" : "";

    static string Without(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : text;
}
