using System.Buffers;
using System.Text.Unicode;

namespace Benevoclic.Api.Hosting.Requests;

/// <summary>What JavaScript's decodeURIComponent accepts: two hex digits after each %, and valid UTF-8 behind them.</summary>
static class PercentEncoding
{
    /// <param name="target">The request target as sent; the query string is not looked at.</param>
    public static string? FirstBrokenSegment(string target)
    {
        var path = target.Split('?', 2)[0];
        return path.Contains('%') ? path.Split('/').FirstOrDefault(segment => !Decodes(segment)) : null;
    }

    public static bool Decodes(string segment)
    {
        var bytes = new ArrayBufferWriter<byte>(segment.Length + 1);
        for (var i = 0; i < segment.Length; i++)
        {
            // Kestrel lets only ASCII through, so one character is one byte.
            var value = segment[i] == '%' ? EscapeAt(segment, i) : segment[i];
            if (value < 0)
                return false;
            bytes.Write([(byte)value]);
            i += segment[i] == '%' ? 2 : 0;
        }
        return Utf8.IsValid(bytes.WrittenSpan);
    }

    static int EscapeAt(string segment, int i) =>
        i + 2 < segment.Length && char.IsAsciiHexDigit(segment[i + 1]) && char.IsAsciiHexDigit(segment[i + 2])
            ? Convert.ToInt32(segment.Substring(i + 1, 2), 16)
            : -1;
}
