using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Hosting.Limits;

/// <summary>
/// Counts tries by key, each key on its own. ASP.NET Core's limiters cannot give a try back, which makes a right password cost
/// nothing, and do not take a clock.
/// </summary>
sealed class Attempts(Allowance allowance, TimeProvider clock)
{
    // Forgetting a key that has waited long enough changes nothing, so the memory is bounded by what is tried meanwhile.
    const int SweepAbove = 10_000;

    readonly Lock _counting = new();
    readonly Dictionary<string, DateTimeOffset> _freeAt = new(StringComparer.Ordinal);
    int _sweepAbove = SweepAbove;

    /// <summary>Null when the try is allowed; otherwise how long to wait, and nothing is counted.</summary>
    public TimeSpan? Take(string key)
    {
        lock (_counting)
        {
            var now = clock.GetUtcNow();
            Sweep(now);
            var free = FreeAt(key, now) + allowance.Each;
            if (free - now > allowance.Whole)
                return free - now - allowance.Whole;
            _freeAt[key] = free;
            return null;
        }
    }

    /// <exception cref="TooManyAttemptsException"/>
    public void Count(string key)
    {
        if (Take(key) is { } wait)
            throw new TooManyAttemptsException(wait);
    }

    /// <summary>A try that turned out to be harmless.</summary>
    public void GiveBack(string key)
    {
        lock (_counting)
        {
            if (_freeAt.TryGetValue(key, out var free))
                _freeAt[key] = free - allowance.Each;
        }
    }

    DateTimeOffset FreeAt(string key, DateTimeOffset now) =>
        _freeAt.TryGetValue(key, out var free) && free > now ? free : now;

    void Sweep(DateTimeOffset now)
    {
        if (_freeAt.Count <= _sweepAbove)
            return;
        foreach (var (key, free) in _freeAt)
        {
            if (free <= now)
                _freeAt.Remove(key);
        }
        _sweepAbove = Math.Max(SweepAbove, 2 * _freeAt.Count);
    }
}
