using System.Formats.Tar;
using System.Text;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>Many files as one, for the standard input of tar on the host.</summary>
sealed class Archive
{
    const UnixFileMode FileMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    const UnixFileMode SecretMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly List<(string Path, byte[] Bytes, UnixFileMode Mode)> _files = [];

    public Archive Add(string path, byte[] bytes)
    {
        _files.Add((path, bytes, FileMode));
        return this;
    }

    /// <summary>Readable by its owner only.</summary>
    public Archive Add(string path, Secret secret)
    {
        _files.Add((path, secret.Bytes.ToArray(), SecretMode));
        return this;
    }

    public Archive Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, leaveOpen: true))
        {
            foreach (var (path, content, mode) in _files.OrderBy(file => file.Path, StringComparer.Ordinal))
            {
                tar.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, path)
                    {
                        Mode = mode,
                        DataStream = new MemoryStream(content),
                    }
                );
            }
        }
        return bytes.ToArray();
    }
}
