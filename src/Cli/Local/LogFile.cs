using System.Globalization;
using System.Text;

namespace Benevoclic.Cli.Local;

/// <summary>
/// The lines that a service wrote, each behind the moment at which it came. Two files of at most <see cref="Limit"/> bytes each are kept.
/// </summary>
sealed class LogFile(string path, TimeProvider time) : IDisposable
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    const long Limit = 10_000_000;

    readonly Lock _lock = new();
    StreamWriter? _writer;
    bool _closed;

    public string Path => path;

    public void Write(string line)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return;
            }
            try
            {
                Append(line);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A full disk costs lines. Who stops reading instead stops the service: its pipe fills up.
            }
        }
    }

    void Append(string line)
    {
        _writer = _writer is { BaseStream.Position: < Limit } current ? current : Next();
        _writer.Write(time.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture));
        _writer.Write(' ');
        _writer.WriteLine(line);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            try
            {
                _writer?.Dispose();
            }
            catch (IOException)
            {
                // As above.
            }
        }
    }

    StreamWriter Next()
    {
        if (_writer is not null)
        {
            _writer.Dispose();
            File.Move(path, path + ".1", overwrite: true);
        }
        var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        return new StreamWriter(file, new UTF8Encoding(false)) { AutoFlush = true };
    }
}
