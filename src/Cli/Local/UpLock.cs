using System.Text.Json;

namespace Benevoclic.Cli.Local;

/// <summary>One run per state folder. The kernel frees the lock when its process ends, however it ends.</summary>
sealed class UpLock : IDisposable
{
    readonly FileStream _file;

    UpLock(FileStream file) => _file = file;

    /// <returns>Null when somebody else holds it.</returns>
    public static UpLock? TryTake(StateFolder state)
    {
        try
        {
            return new UpLock(new FileStream(state.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Who runs here; null when nobody does.</summary>
    public static RunInfo? Holder(StateFolder state)
    {
        if (!File.Exists(state.Lock))
        {
            return null;
        }
        using var free = TryTake(state);
        return free is null ? ReadInfo(state) ?? new RunInfo(0, default) : null;
    }

    public static void Write(StateFolder state, RunInfo info) =>
        File.WriteAllText(state.Run, JsonSerializer.Serialize(info, CliJson.Default.RunInfo));

    public void Dispose() => _file.Dispose();

    static RunInfo? ReadInfo(StateFolder state)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(state.Run), CliJson.Default.RunInfo);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }
}
