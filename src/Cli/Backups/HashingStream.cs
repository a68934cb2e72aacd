using System.Security.Cryptography;

namespace Benevoclic.Cli.Backups;

/// <summary>Counts and hashes what is read through it.</summary>
sealed class HashingStream(Stream source) : ReadOnlyStream
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes read so far.</summary>
    public long Size { get; private set; }

    /// <summary>Of what was read so far, in small letters.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct = default)
    {
        var count = await source.ReadAsync(buffer, ct);
        _hash.AppendData(buffer.Span[..count]);
        Size += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }
}
