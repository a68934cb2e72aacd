namespace Benevoclic.Cli.Watching;

/// <summary>Compares what is seen with what people were told last. Pure.</summary>
static class WatchDecision
{
    /// <summary>Caddy renews when a third of the time is left, which is 30 days: at 14 it has failed for two weeks.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    /// <param name="told">What people were told last; null when nothing.</param>
    /// <param name="seen">What is seen now.</param>
    public static (IReadOnlyList<News> News, WatchState State) Of(WatchState? told, Sight seen)
    {
        // Nobody needs to be told that all is well who was told nothing else.
        var before = told ?? new WatchState(true, seen.At, false);
        var left = seen.CertificateEnds - seen.At;
        // What is not shown stays as it was: it is down, or speaks http.
        var isEnding = left is null ? before.IsEnding : left <= Soon;
        // Where nothing answers, the relay is no news of its own.
        var isRelayUp = seen.IsUp ? seen.IsRelayUp : null;
        News?[] news =
        [
            (before.IsUp, seen.Why) switch
            {
                (true, { } why) => new News.Down(why),
                (false, null) => new News.Up(seen.At - before.Since),
                _ => null,
            },
            (before.IsEnding, isEnding) switch
            {
                (false, true) => new News.Ending(seen.CertificateEnds!.Value, Math.Max(0, left!.Value.Days)),
                (true, false) => new News.Renewed(seen.CertificateEnds!.Value),
                _ => null,
            },
            (before.IsRelayUp, isRelayUp) switch
            {
                (true, false) => new News.RelayDown(),
                (false, true) => new News.RelayUp(),
                _ => null,
            },
        ];
        var since = before.IsUp == seen.IsUp ? before.Since : seen.At;
        var relay = (before.IsRelayUp, isRelayUp) is (null, false) ? null : isRelayUp ?? before.IsRelayUp;
        return ([.. news.OfType<News>()], new WatchState(seen.IsUp, since, isEnding, relay));
    }
}
