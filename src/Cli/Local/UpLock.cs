using System.Text.Json;

namespace Benevoclic.Cli.Local;

/// <summary>One run per state folder. The kernel frees the lock when its process ends, however it ends.</summary>
sealed class UpLock : IDisposable
{
    readonly FileStream _file;

    UpLock(FileStream file) => _file = file;

    /// <returns>Null when somebody else holds it.</returns>
    /// <exception cref="IOException">It cannot be had at all: the disk is full or read-only.</exception>
    public static UpLock? TryTake(StateFolder state)
    {
        try
        {
            return new UpLock(new FileStream(state.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Tries a few times: another command that only looks holds the lock for a moment, see <see cref="Holder"/>.</summary>
    /// <returns>Null when somebody else holds it.</returns>
    public static async Task<UpLock?> TakeAsync(StateFolder state, TimeProvider time, CancellationToken ct)
    {
        for (var i = 0; i < 10; i++)
        {
            if (TryTake(state) is { } held)
            {
                return held;
            }
            await Task.Delay(TimeSpan.FromMilliseconds(20), time, ct);
        }
        return null;
    }

    /// <summary>Who runs here; null when nobody does.</summary>
    public static RunInfo? Holder(StateFolder state)
    {
        if (!File.Exists(state.Lock))
        {
            return null;
        }
        using var free = TryTake(state);
        return free is null ? Info(state) : null;
    }

    public static void Write(StateFolder state, RunInfo info) =>
        File.WriteAllText(state.Run, JsonSerializer.Serialize(info, CliJson.Default.RunInfo));

    /// <summary>What the last one that took the lock wrote about itself; process 0 when that cannot be read.</summary>
    public static RunInfo Info(StateFolder state)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(state.Run), CliJson.Default.RunInfo)!;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return new RunInfo(0, default);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>flock(2)'s EWOULDBLOCK, which is 11 on Linux and 35 on macOS, or a sharing violation on Windows.</summary>
    static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32;
}
