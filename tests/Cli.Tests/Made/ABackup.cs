using Benevoclic.Cli.Backups;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>Manifests for tests of decisions.</summary>
static class ABackup
{
    /// <param name="name">Its name.</param>
    /// <param name="held">What it holds: service/volume, with spaces between.</param>
    public static BackupManifest Of(string name, string held) =>
        new(
            name,
            "deploy@vps.example.org",
            DateTimeOffset.UnixEpoch,
            "marie",
            1,
            "ab",
            [
                .. held.Split(' ')
                    .Select(pair => pair.Split('/'))
                    .GroupBy(pair => pair[0], pair => new SavedVolume(pair[1], 1, 1))
                    .Select(own => new SavedService(own.Key, [.. own])),
            ]
        );
}
