using System.Security.Cryptography;
using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Files.Disk;

/// <summary>What signs our links: made at the first start, `files.key` in the data folder, readable by us alone.</summary>
sealed partial class SigningKey(DataFolder data, ILogger<SigningKey> logger)
{
    const int Length = 32;

    readonly Lazy<byte[]> _value = new(() => ReadOrMake(Path.Combine(data.Path, "files.key"), logger));

    public byte[] Value => _value.Value;

    static byte[] ReadOrMake(string path, ILogger logger)
    {
        try
        {
            return Read(path) ?? Make(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.OnlyInMemory(logger, path, error.Message);
            return RandomNumberGenerator.GetBytes(Length);
        }
    }

    static byte[]? Read(string path) =>
        File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } key ? key : null;

    // Two instances may start at once in one folder: the first to give the file its name wins, both use what it holds.
    static byte[] Make(string path)
    {
        var partial = $"{path}-{Guid.CreateVersion7():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(partial, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(partial, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(partial);
        }
        return Read(path) ?? throw new IOException($"{path} does not hold {Length} bytes");
    }

    static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Error,
            "Cannot keep a signing key in {Path}: links to pictures end with this process. {Reason}"
        )]
        public static partial void OnlyInMemory(ILogger logger, string path, string reason);
    }
}
