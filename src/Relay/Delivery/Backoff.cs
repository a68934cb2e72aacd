using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Delivery;

static class Backoff
{
    /// <summary>
    /// What Discord asked for and a little more; or, when it did not ask, twice as long each time.
    /// </summary>
    /// <param name="failures">How many tries have failed, this one included.</param>
    /// <param name="chance">0 to 1: several relays that failed together should not come back together.</param>
    public static TimeSpan Wait(Verdict.RetryLater verdict, int failures, double chance)
    {
        if (verdict.After is { } after)
            return after + TimeSpan.FromMilliseconds(50 + 200 * chance);
        var doubled = verdict.AtLeast * Math.Pow(2, Math.Clamp(failures - 1, 0, 16));
        var wait = doubled < verdict.AtMost ? doubled : verdict.AtMost;
        return wait * (0.8 + 0.2 * chance);
    }
}
