using System.Globalization;

namespace Benevoclic.Cli.Reports;

/// <summary>A calendar month, in the time zone of whoever asks.</summary>
sealed record Month(DateTimeOffset From, DateTimeOffset To)
{
    public string Name => From.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <param name="text"><c>2026-11</c>; empty for the last one that is over.</param>
    /// <param name="now">Says which that is.</param>
    /// <param name="zone">Where midnight is.</param>
    /// <exception cref="CommandException">It is no month, or one to come.</exception>
    public static Month Parse(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone);
        var first = new DateTime(today.Year, today.Month, 1);
        if (text.Length == 0)
        {
            return Of(first.AddMonths(-1), zone);
        }
        var isMonth = DateTime.TryParseExact(
            text,
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        );
        return isMonth && month <= first
            ? Of(month, zone)
            : throw new CommandException(
                ExitCode.Usage,
                $"--month should be a month that has begun (such as {first:yyyy-MM}), found \"{text}\""
            );
    }

    static Month Of(DateTime first, TimeZoneInfo zone) =>
        new(Midnight(first, zone), Midnight(first.AddMonths(1), zone));

    static DateTimeOffset Midnight(DateTime day, TimeZoneInfo zone) => new(day, zone.GetUtcOffset(day));
}
