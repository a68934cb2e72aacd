using System.Globalization;

namespace Benevoclic.Cli.Local;

/// <summary>Reads what <see cref="LogFile"/> wrote, also while it is being written.</summary>
static class LogReader
{
    /// <summary>The last lines of one log, oldest first, and where the next one begins; none when there is no such log.</summary>
    public static (IReadOnlyList<LogLine> Lines, long Next) Last(string path, int count)
    {
        var (lines, next) = Lines(path, 0);
        if (lines.Count < count)
        {
            lines = [.. Lines(Older(path), 0).Lines, .. lines];
        }
        return (lines[Math.Max(0, lines.Count - count)..], next);
    }

    /// <summary>The complete lines from <paramref name="position"/> on, and where the next one begins.</summary>
    public static (List<LogLine> Lines, long Next) Lines(string path, long position)
    {
        if (!File.Exists(path))
        {
            return ([], 0);
        }
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (position > file.Length)
        {
            // Shorter than where we were: the log was turned over, and the rest of what we read is in the older one.
            var (fresh, begin) = Lines(path, 0);
            var rest = path.EndsWith(".1", StringComparison.Ordinal) ? [] : Lines(Older(path), position).Lines;
            return ([.. rest, .. fresh], begin);
        }
        file.Position = position;
        var bytes = new byte[file.Length - file.Position];
        file.ReadExactly(bytes);
        var complete = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var service = Path.GetFileName(path).Split(".log")[0];
        var text = System.Text.Encoding.UTF8.GetString(bytes, 0, complete);
        return (
            [.. text.Split('\n')[..^1].Select(line => Parse(service, line))],
            file.Position - bytes.Length + complete
        );
    }

    static string Older(string path) => path + ".1";

    static LogLine Parse(string service, string line) =>
        line.Split(' ', 2) is [var moment, var text]
        && DateTimeOffset.TryParseExact(
            moment,
            LogFile.TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? new LogLine(at, service, text)
            : new LogLine(DateTimeOffset.MinValue, service, line);
}
