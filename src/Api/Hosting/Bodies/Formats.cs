using System.Text.RegularExpressions;

namespace Benevoclic.Api.Hosting.Bodies;

/// <summary>Forms of text that the contract's validation knows, as loose as there: who is stricter breaks a client.</summary>
static partial class Formats
{
    const int LongestEmail = 254;
    const int LongestLocalPart = 64;
    const string Date =
        @"[+-]?[0-9]{4}(?:-?(?:0[1-9]|1[0-2])(?:-?(?:0[1-9]|[12][0-9]|3[01]))?|-?W[0-5][0-9](?:-?[1-7])?|-?[0-3][0-9][0-9])?";
    const string Zone = @"[zZ]|[+-](?:[01][0-9]|2[0-3])(?::?[0-5][0-9])?";
    const string Time = @"(?:[01][0-9]|2[0-4])(?::?[0-5][0-9](?::?[0-5][0-9])?)?(?:[.,][0-9]+)?(?:" + Zone + ")?";

    public static bool IsEmail(string text) =>
        text.Length <= LongestEmail && text.LastIndexOf('@') <= LongestLocalPart && Email.IsMatch(text);

    /// <summary>A year alone is a date, and a space may stand for the T.</summary>
    public static bool IsDate(string text) => IsoDate.IsMatch(text);

    public static bool IsHour(string text) => Hour.IsMatch(text);

    /// <summary>Stricter than <see cref="IsDate"/>: what is written must be found again.</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);

    public static bool IsClockHour(string text) => TimeOnly.TryParseExact(text, "HH:mm", out _);

    // A quoted local part and an address literal are legal and never people's.
    [GeneratedRegex(
        @"\A[^\s@""(),:;<>\[\]\\.]+(?:\.[^\s@""(),:;<>\[\]\\.]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]\z",
        RegexOptions.NonBacktracking
    )]
    static partial Regex Email { get; }

    [GeneratedRegex(@"\A" + Date + @"(?:[T\s]" + Time + @")?\z", RegexOptions.NonBacktracking)]
    static partial Regex IsoDate { get; }

    [GeneratedRegex(@"\A[0-9]{2}:[0-9]{2}\z")]
    static partial Regex Hour { get; }
}
