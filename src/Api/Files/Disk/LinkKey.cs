using System.Security.Cryptography;
using Benevoclic.Api.Hosting;
using Benevoclic.Api.Hosting.Health;

namespace Benevoclic.Api.Files.Disk;

/// <summary>What signs our links: made at the first need, `files.key` in the data folder.</summary>
sealed partial class LinkKey(DataFolder data, ILogger<LinkKey> logger)
{
    const int Length = 32;

    readonly Lazy<byte[]> _value = new(() => ReadOrMake(Path.Combine(data.Path, "files.key"), logger));

    public byte[] Value => _value.Value;

    static byte[] ReadOrMake(string path, ILogger logger)
    {
        try
        {
            return SecretFile.ReadOrMake(path, Make);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.OnlyInMemory(logger, path, error.Message);
            return Make();
        }
    }

    static byte[] Make() => RandomNumberGenerator.GetBytes(Length);

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
