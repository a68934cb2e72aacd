namespace Benevoclic.Deployment.Server;

/// <summary>The disk of one machine. It goes with the machine; what a killed test run left is removed by the next.</summary>
sealed class RunFolder : IDisposable
{
    static readonly string Parent = Path.Combine(Repository.Root, "artifacts", "test-host");

    // Locked as long as we live, and by nothing else: the kernel unlocks it also after kill -9.
    readonly FileStream _owner;

    RunFolder(string path, FileStream owner) => (Location, _owner) = (path, owner);

    public string Location { get; }

    /// <summary>Names what belongs to the machine outside of its folder: its control groups.</summary>
    public string Name => Path.GetFileName(Location);

    public static RunFolder Create()
    {
        Directory.CreateDirectory(Parent);
        RemoveDead();
        var path = Path.Combine(Parent, $"benevoclic-{Guid.NewGuid():N}"[..19]);
        var owner = TryLock(Path.ChangeExtension(path, ".owner"))!;
        Directory.CreateDirectory(path);
        return new RunFolder(path, owner);
    }

    public void Dispose() => Remove(Location, _owner);

    static void RemoveDead()
    {
        foreach (var file in Directory.EnumerateFiles(Parent, "*.owner"))
        {
            if (TryLock(file) is { } abandoned)
            {
                TryRemove(Path.ChangeExtension(file, null), abandoned);
            }
        }
    }

    static void TryRemove(string path, FileStream owner)
    {
        try
        {
            Remove(path, owner);
        }
        catch (IOException)
        {
            // Killed a moment ago, and its processes are still ending: the next start takes it away.
            owner.Dispose();
        }
    }

    static void Remove(string path, FileStream owner)
    {
        ControlGroups.Remove(Path.GetFileName(path));
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        File.Delete(owner.Name);
        owner.Dispose();
    }

    static FileStream? TryLock(string file)
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
}
