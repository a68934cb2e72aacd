using System.Buffers;
using System.Globalization;
using System.Text;
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
        ReadOnlySpan<byte> text = Encoding.UTF8.GetBytes(segment);
        var bytes = new ArrayBufferWriter<byte>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i] == '%' ? EscapeAt(text, i) : text[i];
            if (value < 0)
                return false;
            bytes.Write([(byte)value]);
            i += text[i] == '%' ? 2 : 0;
        }
        return Utf8.IsValid(bytes.WrittenSpan);
    }

    static int EscapeAt(ReadOnlySpan<byte> text, int i) =>
        i + 2 < text.Length
        && byte.TryParse(
            text.Slice(i + 1, 2),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : -1;
}
