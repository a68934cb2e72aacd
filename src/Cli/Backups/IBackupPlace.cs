namespace Benevoclic.Cli.Backups;

/// <summary>Where backups are kept: a folder, or a bucket. What has a name there is whole.</summary>
interface IBackupPlace : IDisposable
{
    /// <summary>The place, for people.</summary>
    string Words { get; }

    /// <summary>Reads the content to its end; only then the name is there. Another of this name is replaced.</summary>
    /// <exception cref="CommandException">It cannot be written.</exception>
    Task PutAsync(string name, Stream content, CancellationToken ct);

    /// <exception cref="CommandException">It is not there, or cannot be read.</exception>
    Task<Stream> OpenAsync(string name, CancellationToken ct);

    /// <returns>All names; none where the place does not exist yet.</returns>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken ct);

    Task RemoveAsync(string name, CancellationToken ct);
}
