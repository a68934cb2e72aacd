using System.Globalization;
using Benevoclic.Cli.Backups;
using Benevoclic.Cli.Deploying.Pruning;

namespace Benevoclic.Cli.Output;

/// <summary>Backups, for people.</summary>
static class BackupView
{
    public static string Line(BackupManifest backup) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{backup.Name}  {backup.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC  {DiskSpace.Words(backup.Size), 8}  by {backup.By}  {string.Join(", ", backup.Services.Select(service => service.Name))}"
        );

    public static IEnumerable<string> Saved(BackupManifest backup, string place) =>
        [
            .. backup.Services.SelectMany(
                service => service.Volumes,
                (service, volume) => $"  = {service.Name}: {Volume(volume)}"
            ),
            $"Saved {backup.Archive}, {DiskSpace.Words(backup.Size)}, and its manifest to {place}. It holds people's data, and no key or password of ours.",
        ];

    /// <summary>What a restore is about to replace.</summary>
    public static IEnumerable<string> Replaced(BackupManifest backup, IReadOnlyList<ServiceData> all, string where) =>
        [
            .. all.SelectMany(
                data => data.Volumes,
                (data, volume) =>
                    $"  < {data.Service.Name}: {Volume(Find(backup, data, volume.Source))} of {backup.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC replaces what it has now"
            ),
            .. backup
                .Services.ExceptBy(all.Select(data => data.Service.Name), service => service.Name)
                .Select(service => $"  = {service.Name}: stays as it is"),
            $"On {where}. Each service stops for a moment. To keep what is there now, first type: ./benevoclic backup",
        ];

    static SavedVolume Find(BackupManifest backup, ServiceData data, string volume) =>
        backup.Services.First(service => service.Name == data.Service.Name).Volumes.First(one => one.Name == volume);

    static string Volume(SavedVolume volume) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{volume.Name}, {volume.Files} files, {DiskSpace.Words(volume.Size)}"
        );
}
