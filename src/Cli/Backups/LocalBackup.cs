using System.Formats.Tar;
using System.IO.Compression;
using System.IO.Pipelines;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Local;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Backups;

/// <summary>Saves what the services of a local run keep. Each is stopped for as long as its files are read.</summary>
sealed class LocalBackup(StateFolder state, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="services">Whose volumes.</param>
    /// <param name="store">Where to.</param>
    /// <param name="ct">Ends it; then nothing was saved.</param>
    /// <exception cref="CommandException">It failed, and nothing was saved.</exception>
    public async Task<BackupManifest> RunAsync(IReadOnlyList<Service> services, BackupStore store, CancellationToken ct)
    {
        var kept = services.Where(service => Folders(service).Any(folder => folder.Data.Exists)).ToList();
        if (kept.Count == 0)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"There is nothing to save in {state.Path}: nothing ran here yet.",
                "Type ./benevoclic up first; or, for what a server keeps: ./benevoclic backup --host"
            );
        }
        var at = time.GetUtcNow();
        var name = BackupManifest.NameOf(BackupManifest.LocalRun, at);
        say($"saving {name} to {store.Words}");
        var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var packing = PackAsync(kept, pipe.Writer, stop.Token);
        try
        {
            var (size, sha256) = await store.PutAsync(name, pipe.Reader.AsStream(), ct);
            var manifest = new BackupManifest(name, BackupManifest.LocalRun, at, act.By, size, sha256, await packing);
            await store.PutAsync(manifest, ct);
            return manifest;
        }
        finally
        {
            await stop.CancelAsync();
            await packing.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Whoever reads the other end hears of a failure.</summary>
    async Task<IReadOnlyList<SavedService>> PackAsync(
        IReadOnlyList<Service> services,
        PipeWriter output,
        CancellationToken ct
    )
    {
        try
        {
            var saved = new List<SavedService>();
            await using (var gzip = new GZipStream(output.AsStream(leaveOpen: true), CompressionLevel.Fastest))
            await using (var tar = new TarWriter(gzip))
            {
                foreach (var service in services)
                {
                    await new LocalHold(state).WithoutAsync(
                        service.Name,
                        async () => saved.Add(await PackAsync(service, tar, ct)),
                        ct
                    );
                }
            }
            await output.CompleteAsync();
            return saved;
        }
        catch (Exception e)
        {
            await output.CompleteAsync(e);
            throw;
        }
    }

    async Task<SavedService> PackAsync(Service service, TarWriter tar, CancellationToken ct)
    {
        var volumes = new List<SavedVolume>();
        foreach (var (volume, folder) in Folders(service).Where(folder => folder.Data.Exists))
        {
            var (files, size) = (0L, 0L);
            var root = $"data/{service.Name}/{volume}";
            await tar.WriteEntryAsync(folder.FullName, root, ct);
            foreach (var found in Below(folder).Where(found => !BackupChoice.IsKey(found.Name)))
            {
                var path = Path.GetRelativePath(folder.FullName, found.FullName).Replace('\\', '/');
                await tar.WriteEntryAsync(found.FullName, $"{root}/{path}", ct);
                (files, size) = found is FileInfo file ? (files + 1, size + file.Length) : (files, size);
            }
            volumes.Add(new SavedVolume(volume, files, size));
        }
        return new SavedService(service.Name, volumes);
    }

    IEnumerable<(string Volume, DirectoryInfo Data)> Folders(Service service) =>
        service.Data.Select(volume => (volume.Source, new DirectoryInfo(state.DataOf(service.Name, volume.Source))));

    /// <summary>Everything in a folder, each folder before what is in it. Links are not followed.</summary>
    static IEnumerable<FileSystemInfo> Below(DirectoryInfo folder) =>
        folder
            .EnumerateFileSystemInfos()
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .SelectMany(found =>
                found is DirectoryInfo { LinkTarget: null } inner ? Below(inner).Prepend(found) : [found]
            );
}
