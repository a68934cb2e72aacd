using System.Security.Cryptography;
using System.Text;

namespace Benevoclic.Deployment.Images;

/// <summary>What takes long to make and stays good as long as its recipe is the same. Not committed.</summary>
static class Cache
{
    static readonly string Parent = Path.Combine(Repository.Root, "artifacts", "test-images");
    static readonly TimeSpan Forgotten = TimeSpan.FromDays(2);
    static readonly TimeSpan LockLimit = TimeSpan.FromMinutes(10);

    /// <param name="make">Fills a folder, whose parent exists; it itself does not.</param>
    public static async Task<string> GetAsync(string name, string recipe, Func<string, Task> make)
    {
        var folder = Path.Combine(Parent, $"{name}-{Hash(recipe)}");
        if (!Directory.Exists(folder))
        {
            await MakeAsync(name, folder, make);
        }
        File.SetLastWriteTimeUtc($"{folder}.used", TimeProvider.System.GetUtcNow().UtcDateTime);
        return folder;
    }

    /// <summary>All that these files and folders say, for a recipe.</summary>
    public static string Contents(params IEnumerable<string> paths) =>
        string.Join(
            '\n',
            paths
                .Select(path => Path.Combine(Repository.Root, path))
                .SelectMany(path => Directory.Exists(path) ? FilesIn(path) : [path])
                .Order(StringComparer.Ordinal)
                .Select(file =>
                    $"{Path.GetRelativePath(Repository.Root, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"
                )
        );

    static string[] FilesIn(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    static async Task MakeAsync(string name, string folder, Func<string, Task> make)
    {
        Directory.CreateDirectory(Parent);
        await using var turn = await WaitForTurnAsync($"{folder}.lock");
        if (Directory.Exists(folder))
        {
            return;
        }
        RemoveForgotten(name);
        var unfinished = $"{folder}.new";
        Remove(unfinished);
        await make(unfinished);
        await File.WriteAllTextAsync($"{folder}.used", "");
        Directory.Move(unfinished, folder);
    }

    static void RemoveForgotten(string name)
    {
        var limit = TimeProvider.System.GetUtcNow().UtcDateTime - Forgotten;
        foreach (var used in Directory.EnumerateFiles(Parent, $"{name}-*.used"))
        {
            if (File.GetLastWriteTimeUtc(used) < limit)
            {
                Remove(Path.ChangeExtension(used, null));
                File.Delete(used);
            }
        }
    }

    static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Two test runs that start together make it once.</summary>
    static async Task<FileStream> WaitForTurnAsync(string file)
    {
        FileStream? turn = null;
        await Eventually.TrueAsync(() => (turn = TryOpen(file)) is not null, LockLimit, () => $"{file} is held");
        return turn!;
    }

    static FileStream? TryOpen(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
