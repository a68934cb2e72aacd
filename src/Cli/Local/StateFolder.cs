using System.Text;

namespace Benevoclic.Cli.Local;

/// <summary>Where a local run keeps what it needs to remember: <c>.benevoclic/</c>, or <c>BENEVOCLIC_STATE</c>.</summary>
sealed record StateFolder(string Path)
{
    /// <summary>The kernel's limit for a socket's path is 108 bytes, its closing zero included (unix(7)).</summary>
    const int LongestSocketPath = 107;

    public string Lock => In("up.lock");

    /// <summary>Who runs, since when; beside the lock, because a locked file cannot be read by others.</summary>
    public string Run => In("run.json");

    /// <summary>What a detached run says.</summary>
    public string UpLog => In("up.log");

    public string Logs => In("logs");

    /// <summary>Where backups go unless another place is named.</summary>
    public string Backups => In("backups");

    /// <summary>Data of an archive on its way to its place.</summary>
    public string Restoring => In("restoring");

    public string Socket =>
        In("control.sock") is var socket && Encoding.UTF8.GetByteCount(socket) <= LongestSocketPath
            ? socket
            : System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"benevoclic-{StableHash(Path):x16}.sock");

    public static StateFolder For(string root, IReadOnlyDictionary<string, string> environment) =>
        new(
            environment.GetValueOrDefault("BENEVOCLIC_STATE") is { Length: > 0 } chosen
                ? System.IO.Path.GetFullPath(chosen)
                : System.IO.Path.Combine(root, ".benevoclic")
        );

    public string LogOf(string service) => System.IO.Path.Combine(Logs, $"{service}.log");

    public string FilesOf(string service) => In("services", service);

    public string DataOf(string service, string volume) => In("data", service, volume);

    public void Create()
    {
        Directory.CreateDirectory(Logs);
        // Data and logs may hold what only the developer should read.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    string In(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>FNV-1a: the same in every process, unlike string.GetHashCode.</summary>
    static ulong StableHash(string text) =>
        text.Aggregate(14695981039346656037, (hash, c) => (hash ^ c) * 1099511628211);
}
