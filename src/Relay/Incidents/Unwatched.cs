using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// A time without Watchdog: the relay, Alertmanager, Prometheus or the whole machine was away. Nobody knows whether all was well then, so
/// a report must not count it as such.
/// </summary>
/// <param name="From">When it had last arrived.</param>
sealed record Unwatched(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>Alertmanager repeats every 5 minutes: two repeats missed, and a little more.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(11);

    /// <summary>Keeps the silence that ends now, when it was one.</summary>
    /// <param name="last">When Watchdog had last arrived.</param>
    public static void Note(Sql sql, DateTimeOffset last, DateTimeOffset at)
    {
        if (at - last > LongestSilence)
            sql.Run(
                "INSERT OR REPLACE INTO facts(name, value) VALUES($1, $2)",
                $"unwatched:{last.ToUnixTimeMilliseconds()}",
                at
            );
    }

    /// <summary>Oldest first; the last one may still go on.</summary>
    /// <param name="last">When Watchdog last arrived.</param>
    public static IReadOnlyList<Unwatched> All(Sql sql, DateTimeOffset last, DateTimeOffset now) =>
        [
            .. sql.All(
                "SELECT CAST(substr(name, 11) AS INTEGER) AS since, value FROM facts WHERE name LIKE 'unwatched:%' ORDER BY since",
                row => new Unwatched(row.Time(0), row.Time(1))
            ),
            .. now - last > LongestSilence ? [new Unwatched(last, now)] : Array.Empty<Unwatched>(),
        ];
}
