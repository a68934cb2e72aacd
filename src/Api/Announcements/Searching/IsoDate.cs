using System.Globalization;

namespace Benevoclic.Api.Announcements.Searching;

/// <summary>Reads the dates that the contract's validation lets through, which are more forms than the runtime knows.</summary>
static class IsoDate
{
    static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyyMM", "yyyy-MM-dd", "yyyyMMdd"];

    /// <summary>In UTC, unless it says another zone. What cannot be read is the beginning of its year.</summary>
    public static DateTimeOffset Parse(string text)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var invariant = CultureInfo.InvariantCulture;
        return DateTimeOffset.TryParseExact(text, Forms, invariant, Styles, out var day) ? day
            : DateTimeOffset.TryParse(text, invariant, Styles, out var instant) ? instant
            : WeekOrYear(text);
    }

    // "2025-W10", "2025-W10-3"
    static DateTimeOffset WeekOrYear(string text)
    {
        var digits = text.TrimStart('+', '-');
        if (!int.TryParse(digits.AsSpan(0, Math.Min(4, digits.Length)), out var year) || year is < 1 or > 9998)
            return DateTimeOffset.UnixEpoch;
        var at = digits.IndexOf('W', StringComparison.Ordinal);
        var first =
            at > 0
            && int.TryParse(digits.AsSpan(at + 1, Math.Min(2, digits.Length - at - 1)), out var week)
            && week is >= 1 and <= 53
                ? ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)
                : new DateTime(year, 1, 1);
        return new DateTimeOffset(first, TimeSpan.Zero);
    }
}
