using System.Formats.Tar;
using System.IO.Compression;
using System.IO.Pipelines;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Backups;

/// <summary>Gives services of the local run the data of a backup.</summary>
sealed class LocalRestore(StateFolder state, BackupManifest backup, Action<string> say)
{
    const string Before = ".before";

    /// <param name="all">What to put back.</param>
    /// <param name="store">Where the backup is.</param>
    /// <param name="ct">Ends it before a service is touched.</param>
    /// <exception cref="CommandException">It failed; the service that it names has the data it had before.</exception>
    public async Task RunAsync(IReadOnlyList<ServiceData> all, BackupStore store, CancellationToken ct)
    {
        RefuseLeft(all);
        state.Create();
        RemoveFolder(state.Restoring);
        try
        {
            await UnpackAsync(store, ct);
            foreach (var data in all)
            {
                say($"{data.Service.Name}: restoring");
                await new LocalHold(state).WithoutAsync(data.Service.Name, () => ExchangeAsync(data), ct);
                Pairs(data).ToList().ForEach(pair => RemoveFolder(pair.Own + Before));
                say($"{data.Service.Name}: restored");
            }
        }
        finally
        {
            RemoveFolder(state.Restoring);
        }
    }

    /// <summary>Hashed again on its way; .NET refuses names that lead out of the folder.</summary>
    async Task UnpackAsync(BackupStore store, CancellationToken ct)
    {
        Directory.CreateDirectory(state.Restoring);
        var pipe = new Pipe();
        var sending = SendAsync(store, pipe.Writer, ct);
        await using (var gzip = new GZipStream(pipe.Reader.AsStream(), CompressionMode.Decompress))
        {
            await TarFile.ExtractToDirectoryAsync(gzip, state.Restoring, overwriteFiles: false, ct);
            await gzip.CopyToAsync(Stream.Null, ct);
        }
        await sending;
    }

    async Task SendAsync(BackupStore store, PipeWriter output, CancellationToken ct)
    {
        try
        {
            await store.SendAsync(backup, output.AsStream(leaveOpen: true), ct);
            await output.CompleteAsync();
        }
        catch (Exception e)
        {
            await output.CompleteAsync(e);
            throw;
        }
    }

    /// <summary>While the service does not run: its data aside, the new one in its place; all of it, or nothing.</summary>
    Task ExchangeAsync(ServiceData data)
    {
        try
        {
            foreach (var (own, saved) in Pairs(data))
            {
                if (Directory.Exists(own))
                {
                    CopyKeys(own, saved);
                    Directory.Move(own, own + Before);
                }
                Directory.CreateDirectory(Path.GetDirectoryName(own)!);
                Directory.Move(saved, own);
            }
            return Task.CompletedTask;
        }
        catch
        {
            foreach (var (own, _) in Pairs(data).Where(pair => Directory.Exists(pair.Own + Before)))
            {
                RemoveFolder(own);
                Directory.Move(own + Before, own);
            }
            throw;
        }
    }

    static void CopyKeys(string own, string saved)
    {
        foreach (var key in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories).Where(BackupChoice.IsKey))
        {
            var copy = Path.Combine(saved, Path.GetRelativePath(own, key));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(key, copy, overwrite: true);
        }
    }

    void RefuseLeft(IReadOnlyList<ServiceData> all)
    {
        if (all.SelectMany(Pairs).FirstOrDefault(pair => Directory.Exists(pair.Own + Before)) is { Own: { } left })
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{left}{Before} holds the data from before a restore that did not end. Nothing was touched.",
                $"Look at both; then rename it back, or remove it: rm -r {left}{Before}"
            );
        }
    }

    IEnumerable<(string Own, string Saved)> Pairs(ServiceData data) =>
        data.Volumes.Select(volume =>
            (
                state.DataOf(data.Service.Name, volume.Source),
                Path.Combine(state.Restoring, "data", data.Service.Name, volume.Source)
            )
        );

    static void RemoveFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
