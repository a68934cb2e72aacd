using System.Globalization;

namespace Benevoclic.Api.Announcements.Searching;

/// <summary>From one text to another, both included, compared character by character: ISO dates and hours sort as text.</summary>
sealed record TextRange(string? From, string? To)
{
    public static readonly TextRange Any = new(null, null);

    /// <summary>
    /// An instant in the form in which dates are stored. Midnight (UTC) is the day alone, so that a stored day is not before the
    /// instant at which it begins.
    /// </summary>
    public static string Date(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(
            instant.UtcDateTime.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture
        );

    public bool Contains(string? text) =>
        this == Any
        || (
            text is not null
            && (From is null || string.CompareOrdinal(text, From) >= 0)
            && (To is null || string.CompareOrdinal(text, To) <= 0)
        );
}
