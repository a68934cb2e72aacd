using Benevoclic.Api.Hosting.Errors;
using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Files.Disk;

/// <summary>Files in the data folder: `files/KEY`. A file is there whole or not at all.</summary>
sealed class DiskFiles(DataFolder data, PublicAddress address, TimeProvider clock, ILogger<LinkKey> logger) : IFiles
{
    /// <summary>First segment of the addresses: `/files/KEY?expires=…&amp;signature=…`.</summary>
    public const string Route = "files";

    readonly string _root = Path.Combine(data.Path, "files");
    readonly LinkKey _key = new(data, logger);
    volatile LinksOfASecond? _links;

    public Task PutAsync(string key, Stream content, string contentType, CancellationToken ct) =>
        OnDiskAsync(() =>
            WriteAsync(PathOf(key) ?? throw new ArgumentException("no key of ours", nameof(key)), content, ct)
        );

    public Task RemoveAsync(string key, CancellationToken ct) =>
        OnDiskAsync(() =>
        {
            if (PathOf(key) is { } path && File.Exists(path))
                File.Delete(path);
            return Task.CompletedTask;
        });

    public IReadOnlyDictionary<string, string> LinksFor(IReadOnlyCollection<string> keys)
    {
        var links = LinksOfNow();
        return keys.Distinct().ToDictionary(key => key, links.To);
    }

    public async Task<string?> ProbeAsync(CancellationToken ct)
    {
        var path = Path.Combine(_root, $".probe-{Guid.CreateVersion7():N}");
        try
        {
            await WriteAsync(path, new MemoryStream([1]), ct);
            File.Delete(path);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"the folder of {DataFolder.Setting} cannot be written: full, read-only or not ours";
        }
    }

    /// <summary>The file behind a link; null when the link does not hold or no such file is there.</summary>
    /// <exception cref="ApiException">403: the link is not ours, or its time is over.</exception>
    public FileStream? Open(SignedLink link)
    {
        if (!link.Holds(_key.Value, clock.GetUtcNow()))
            throw new ApiException(StatusCodes.Status403Forbidden, "Ce lien a expiré");
        return PathOf(link.Key) is { } path && File.Exists(path) ? OpenIfThere(path) : null;
    }

    static FileStream? OpenIfThere(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        // Removed a moment ago.
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    LinksOfASecond LinksOfNow()
    {
        var (root, expires) = (address.Current, clock.GetUtcNow() + FileLinks.Lifetime);
        if (_links is { } known && known.AreFor(root, expires))
            return known;
        return _links = new(root, expires, _key.Value);
    }

    /// <summary>Null for a key that would lead out of the folder, or to a file that is only being written.</summary>
    string? PathOf(string key) =>
        key.Split('/').Any(segment => segment.Length == 0 || segment[0] == '.' || segment.Contains('\0'))
            ? null
            : Path.Combine(_root, key);

    async Task WriteAsync(string path, Stream content, CancellationToken ct)
    {
        // A volume that is not mounted is no empty folder: pictures in its place would be lost with it.
        if (!Directory.Exists(data.Path))
            throw new DirectoryNotFoundException(data.Path);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        var partial = Path.Combine(folder, $".partial-{Guid.CreateVersion7():N}");
        try
        {
            await using (var file = File.Create(partial))
            {
                await content.CopyToAsync(file, ct);
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }

    static async Task OnDiskAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UnavailableException("the data folder", error);
        }
    }
}
