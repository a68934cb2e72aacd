namespace Benevoclic.Cli.Backups;

/// <summary>The backups of a place: archives, each with its manifest.</summary>
sealed class BackupStore(IBackupPlace place)
{
    /// <summary>Stands for the name of the newest backup.</summary>
    public const string Latest = "latest";

    public string Words => place.Words;

    /// <summary>Writes an archive. It is a backup when its manifest is there too.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="CommandException">It cannot be written.</exception>
    public async Task<(long Size, string Sha256)> PutAsync(string name, Stream archive, CancellationToken ct)
    {
        await using var hashing = new HashingStream(archive);
        await place.PutAsync(name + BackupManifest.ArchiveEnd, hashing, ct);
        return (hashing.Size, hashing.Sha256);
    }

    public async Task PutAsync(BackupManifest manifest, CancellationToken ct)
    {
        using var json = new MemoryStream(manifest.ToBytes());
        await place.PutAsync(manifest.Name + BackupManifest.ManifestEnd, json, ct);
    }

    /// <param name="name">A backup's name, or <see cref="Latest"/>.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="CommandException">It is not there, or its manifest is not one.</exception>
    public async Task<BackupManifest> FindAsync(string name, CancellationToken ct) =>
        name == Latest ? await LastAsync(ct) : await NamedAsync(name, ct);

    async Task<BackupManifest> LastAsync(CancellationToken ct) =>
        await ListAsync(ct) is [.., var last]
            ? last
            : throw new CommandException(
                ExitCode.Usage,
                $"There is no backup in {Words}.",
                "Type: ./benevoclic backup"
            );

    async Task<BackupManifest> NamedAsync(string name, CancellationToken ct) =>
        await ReadAsync(name + BackupManifest.ManifestEnd, ct) is { } found && found.Name == name
            ? found
            : throw new CommandException(
                ExitCode.Usage,
                $"{name}{BackupManifest.ManifestEnd} in {Words} is not the manifest of {name}{BackupManifest.ArchiveEnd}. Nothing was touched."
            );

    /// <returns>Oldest first. An archive whose manifest is missing was never finished, and is left out.</returns>
    public async Task<IReadOnlyList<BackupManifest>> ListAsync(CancellationToken ct)
    {
        var names = (await place.ListAsync(ct)).ToHashSet();
        var found = new List<BackupManifest>();
        foreach (var name in names.Where(name => name.EndsWith(BackupManifest.ManifestEnd, StringComparison.Ordinal)))
        {
            if (await ReadAsync(name, ct) is { } manifest && names.Contains(manifest.Archive))
            {
                found.Add(manifest);
            }
        }
        return [.. found.OrderBy(manifest => manifest.At)];
    }

    /// <summary>Reads the whole archive.</summary>
    /// <exception cref="CommandException">It is not what was written.</exception>
    public Task VerifyAsync(BackupManifest manifest, CancellationToken ct) => SendAsync(manifest, Stream.Null, ct);

    /// <summary>Copies the archive, and has looked at every byte when it returns.</summary>
    /// <exception cref="CommandException">It is not what was written.</exception>
    public async Task SendAsync(BackupManifest manifest, Stream to, CancellationToken ct)
    {
        await using var archive = await place.OpenAsync(manifest.Archive, ct);
        await using var hashing = new HashingStream(archive);
        await hashing.CopyToAsync(to, ct);
        if (hashing.Size != manifest.Size || hashing.Sha256 != manifest.Sha256)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{manifest.Archive} in {Words} is damaged: it has {hashing.Size} bytes with SHA-256 {hashing.Sha256}, its manifest says {manifest.Size} bytes with {manifest.Sha256}. Nothing was touched.",
                "Choose another of: ./benevoclic backup --list"
            );
        }
    }

    /// <summary>The manifest first: without it the archive is no backup any more.</summary>
    public async Task RemoveAsync(BackupManifest manifest, CancellationToken ct)
    {
        await place.RemoveAsync(manifest.Name + BackupManifest.ManifestEnd, ct);
        await place.RemoveAsync(manifest.Archive, ct);
    }

    async Task<BackupManifest?> ReadAsync(string name, CancellationToken ct)
    {
        await using var json = await place.OpenAsync(name, ct);
        using var text = new MemoryStream();
        await json.CopyToAsync(text, ct);
        text.Position = 0;
        return BackupManifest.Parse(text);
    }
}
