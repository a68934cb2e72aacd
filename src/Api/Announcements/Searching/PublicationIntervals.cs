namespace Benevoclic.Api.Announcements.Searching;

static class PublicationIntervals
{
    public static readonly IReadOnlyList<string> Words = ["1h", "5h", "1d", "1w", "1M"];

    /// <param name="word">One of <see cref="Words"/>.</param>
    public static DateTimeOffset Before(DateTimeOffset now, string word) =>
        word switch
        {
            "1h" => now.AddHours(-1),
            "5h" => now.AddHours(-5),
            "1d" => now.AddDays(-1),
            "1w" => now.AddDays(-7),
            "1M" => MonthBefore(now),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
        };

    // As JavaScript counts: a day that the month before does not have runs over, 31 March is 3 March.
    static DateTimeOffset MonthBefore(DateTimeOffset now)
    {
        var first = now.AddDays(1 - now.Day);
        return first.AddMonths(-1).AddDays(now.Day - 1);
    }
}
