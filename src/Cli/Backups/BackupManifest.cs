using System.Text.Json;

namespace Benevoclic.Cli.Backups;

/// <summary>What is known of a backup: the file beside its archive, written last. docs/decisions/0006 says why.</summary>
/// <param name="Name">Where from and when; sorts by time among those of the same origin.</param>
/// <param name="From">The host, or <see cref="LocalRun"/>.</param>
/// <param name="At">When it was begun.</param>
/// <param name="By">Who made it.</param>
/// <param name="Size">Bytes of the archive.</param>
/// <param name="Sha256">Of the archive, in small letters.</param>
/// <param name="Services">What is in it.</param>
sealed record BackupManifest(
    string Name,
    string From,
    DateTimeOffset At,
    string By,
    long Size,
    string Sha256,
    IReadOnlyList<SavedService> Services
)
{
    /// <summary>The origin of what <c>up</c> keeps; its files belong to whoever ran it and not to the users of containers.</summary>
    public const string LocalRun = "local-run";

    public const string ArchiveEnd = ".tar.gz";
    public const string ManifestEnd = ".json";

    public string Archive => Name + ArchiveEnd;

    public static string NameOf(string from, DateTimeOffset at) => $"{Plain(from)}-{at.UtcDateTime:yyyyMMdd-HHmmss}";

    /// <returns>Null for a file that is not a manifest of ours.</returns>
    public static BackupManifest? Parse(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.BackupManifest);

    /// <summary>It holds each volume of the other.</summary>
    public bool Covers(BackupManifest other) => !other.Keys.Except(Keys).Any();

    IEnumerable<(string, string)> Keys =>
        Services.SelectMany(service => service.Volumes, (service, volume) => (service.Name, volume.Name));

    /// <summary><c>deploy@vps.example.org</c> is <c>vps.example.org</c> in a file's name.</summary>
    static string Plain(string from) =>
        string.Concat(from[(from.IndexOf('@') + 1)..].Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));
}

/// <summary>A service in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Volumes">Its volumes.</param>
/// <param name="Release">The release that served; null in a local run.</param>
sealed record SavedService(string Name, IReadOnlyList<SavedVolume> Volumes, string? Release = null);

/// <summary>A volume in a backup.</summary>
/// <param name="Name">As its compose file calls it.</param>
/// <param name="Files">How many files it holds.</param>
/// <param name="Size">Their bytes.</param>
sealed record SavedVolume(string Name, long Files, long Size);
