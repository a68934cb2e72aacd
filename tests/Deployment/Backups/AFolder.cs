using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Benevoclic.Deployment.Backups;

/// <summary>Where a test keeps its backups.</summary>
sealed class AFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("benevoclic-backups-").FullName;

    /// <summary>The one archive in it.</summary>
    public string Archive => Assert.Single(Directory.GetFiles(Path, "*.tar.gz"));

    public IEnumerable<string> Names => Directory.GetFiles(Path).Select(path => System.IO.Path.GetFileName(path));

    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Everything in the archive, by path.</summary>
    public async Task<string> UnpackAsync()
    {
        var folder = Directory.CreateDirectory(In("unpacked")).FullName;
        await using var gzip = new GZipStream(File.OpenRead(Archive), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(gzip, folder, overwriteFiles: true);
        return folder;
    }

    /// <summary>Writes a backup of one file by hand, as only somebody with bad luck or bad intentions would.</summary>
    /// <returns>Its archive.</returns>
    public async Task<string> MakeAsync(string service, string volume, string file, string text)
    {
        const string name = "by-hand-20261122-175904";
        var archive = In($"{name}.tar.gz");
        var from = In("from");
        await File.WriteAllTextAsync(from, text);
        await using (var gzip = new GZipStream(File.Create(archive), CompressionLevel.Fastest))
        await using (var tar = new TarWriter(gzip))
        {
            await tar.WriteEntryAsync(from, $"data/{service}/{volume}/{file}");
        }
        var bytes = await File.ReadAllBytesAsync(archive);
        var manifest = new
        {
            name,
            from = "by hand",
            at = DateTimeOffset.UnixEpoch,
            by = "test",
            size = bytes.Length,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            services = new[]
            {
                new
                {
                    name = service,
                    volumes = new[]
                    {
                        new
                        {
                            name = volume,
                            files = 1,
                            size = 1,
                        },
                    },
                },
            },
        };
        await File.WriteAllTextAsync(In($"{name}.json"), JsonSerializer.Serialize(manifest));
        return archive;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
