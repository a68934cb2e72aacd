using System.Globalization;

namespace Benevoclic.Cli.Local;

/// <summary>Who listens on which TCP port of this machine, read from /proc (proc(5)); empty where there is no /proc.</summary>
static class Listeners
{
    const string Listening = "0A";
    static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>By port: the process that holds it in words, such as <c>prometheus (pid 123)</c>.</summary>
    public static IReadOnlyDictionary<int, string> Find(IReadOnlyCollection<int> ports)
    {
        var sockets = Tables
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(Parse)
            .Where(socket => ports.Contains(socket.Port))
            .DistinctBy(socket => socket.Port)
            .ToList();
        var owners = sockets.Count == 0 ? [] : Owners([.. sockets.Select(socket => socket.Inode)]);
        return sockets.ToDictionary(
            socket => socket.Port,
            socket => owners.GetValueOrDefault(socket.Inode) ?? "a process of another user"
        );
    }

    static (int Port, string Inode) Parse(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is [_, var local, _, Listening, _, _, _, _, _, var inode, ..]
            ? (int.Parse(local.Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture), inode)
            : (0, "");

    static Dictionary<string, string> Owners(HashSet<string> inodes)
    {
        var owners = new Dictionary<string, string>();
        foreach (
            var process in Directory
                .EnumerateDirectories("/proc")
                .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
        )
        {
            foreach (var inode in Sockets(process).Where(inodes.Contains))
            {
                owners[inode] = $"{ProcessName(process)} (pid {Path.GetFileName(process)})";
            }
        }
        return owners;
    }

    static IEnumerable<string> Sockets(string process)
    {
        try
        {
            return
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(process, "fd"))
                    .Select(Target)
                    .Where(target => target?.StartsWith("socket:[", StringComparison.Ordinal) == true)
                    .Select(target => target!["socket:[".Length..^1]),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A busy process closes files while we look at them; that must not hide the others.</summary>
    static string? Target(string fd)
    {
        try
        {
            return File.ResolveLinkTarget(fd, returnFinalTarget: false)?.Name;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static string ProcessName(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim();
        }
        catch (IOException)
        {
            return "a process that is just ending";
        }
    }
}
