namespace Benevoclic.Deployment.Traffic;

/// <summary>Adds up answers as they come.</summary>
sealed class LoadRecord
{
    readonly Lock _lock = new();
    readonly List<FailedRequest> _failures = [];
    readonly List<ReleaseSeen> _releases = [];
    readonly List<TimeSpan> _durations = [];
    TimeSpan _lastGood;
    TimeSpan _longestGap;

    public void Add(TimeSpan sentAt, TimeSpan at, string connection, string release, string? wrong)
    {
        lock (_lock)
        {
            _durations.Add(at - sentAt);
            if (wrong is not null)
            {
                _failures.Add(new FailedRequest(sentAt, at, connection, wrong));
                return;
            }
            _longestGap = Longer(_longestGap, at - _lastGood);
            _lastGood = at;
            See(release, at);
        }
    }

    public LoadReport Report(TimeSpan now, int sent)
    {
        lock (_lock)
        {
            var sorted = _durations.Order().ToList();
            return new LoadReport(
                _durations.Count,
                [.. _failures],
                // A request that never left was not repeated either; one on its way may be counted until it is answered.
                Math.Max(0, sent - _durations.Count),
                // A gap that has not ended yet counts too.
                Longer(_longestGap, now - _lastGood),
                [.. _releases],
                sorted.Count == 0 ? TimeSpan.Zero : sorted[sorted.Count * 95 / 100],
                sorted.Count == 0 ? TimeSpan.Zero : sorted[^1]
            );
        }
    }

    void See(string release, TimeSpan at)
    {
        var index = _releases.FindIndex(seen => seen.Release == release);
        if (index < 0)
        {
            _releases.Add(new ReleaseSeen(release, at, at, 1));
            return;
        }
        _releases[index] = _releases[index] with { Last = at, Answers = _releases[index].Answers + 1 };
    }

    static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
