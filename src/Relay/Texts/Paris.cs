using System.Globalization;

namespace Benevoclic.Relay.Texts;

/// <summary>Times as the team reads them, where Discord cannot show each reader's own: in footers, and on the page.</summary>
static class Paris
{
    /// <summary>A small container may come without time zones.</summary>
    static readonly TimeZoneInfo Zone = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out var paris)
        ? paris
        : TimeZoneInfo.Utc;

    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public static string Time(DateTimeOffset at) => Of(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
