using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Benevoclic.Api.Storage;

/// <summary>
/// Ids as MongoDB makes them: seconds, five random bytes of this process, a counter; 24 hex digits in lower case. They sort as
/// they were made. No hyphen: the web client glues two ids together with one and splits them again.
/// </summary>
static class DocumentId
{
    public const string Field = "_id";

    const int Size = 12;
    const int CounterSize = 3;

    static readonly byte[] Process = RandomNumberGenerator.GetBytes(Size - sizeof(uint) - CounterSize);
    static int s_counter;

    public static string New(TimeProvider clock)
    {
        Span<byte> id = stackalloc byte[Size];
        // The counter's four bytes go in first, so that the first of them is covered: it has three.
        BinaryPrimitives.WriteInt32BigEndian(id[^sizeof(int)..], Interlocked.Increment(ref s_counter));
        Process.CopyTo(id[sizeof(uint)..]);
        BinaryPrimitives.WriteUInt32BigEndian(id, (uint)clock.GetUtcNow().ToUnixTimeSeconds());
        return Convert.ToHexStringLower(id);
    }

    public static bool IsValid(string id) => id.Length == 2 * Size && id.All(char.IsAsciiHexDigitLower);
}
