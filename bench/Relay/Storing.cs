using System.Diagnostics;

namespace Benevoclic.Bench.Relay;

/// <summary>Calls at a given rate, whatever the answers do: each one is timed from the moment at which it was due.</summary>
static class Storing
{
    const int PerSecond = 2000;
    const int Seconds = 15;
    const int All = PerSecond * Seconds;
    const double PromisedMilliseconds = 20;
    const double PromisedMegabytes = 80;

    static readonly Uri Alerts = new("alerts", UriKind.Relative);

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using (var relay = await RelayRun.StartAsync())
        {
            await MeasureAsync("the same 500 alerts again and again", number => number % 500, relay, promises, ct);
            promises.Under(
                "its memory afterwards",
                $"{relay.Memory:0} MB, at most {relay.MostMemory:0}",
                relay.Memory,
                PromisedMegabytes,
                "MB"
            );
        }
        await using (var relay = await RelayRun.StartAsync())
        {
            await MeasureAsync("each a new one", number => number, relay, promises, ct);
            await relay.KillAndStartAsync();
            var kept = await KeptAsync(relay, ct);
            promises.AtLeast("of these, there after kill -9", $"{kept} of {All}", kept, All);
            promises.Under(
                "memory then",
                $"{relay.Memory:0} MB, at most {relay.MostMemory:0}",
                relay.Memory,
                PromisedMegabytes,
                "MB"
            );
        }
    }

    /// <summary>How many incidents there are once no more come: what was only stored is read at the start.</summary>
    static async Task<int> KeptAsync(RelayRun relay, CancellationToken ct)
    {
        for (var before = -1; ; )
        {
            await Task.Delay(TimeSpan.FromSeconds(5), ct);
            var now = (await relay.AskAsync("incidents?open=true")).GetArrayLength();
            if (now == before)
                return now;
            before = now;
        }
    }

    static async Task MeasureAsync(
        string which,
        Func<int, int> alert,
        RelayRun relay,
        Promises promises,
        CancellationToken ct
    )
    {
        // The first calls of a process wait for its compiler.
        await SendAsync(relay, PerSecond, alert, ct);
        var watch = Stopwatch.StartNew();
        var (times, failed) = await SendAsync(relay, All, alert, ct);
        var rate = All / watch.Elapsed.TotalSeconds;
        promises.AtLeast(
            $"calls of one alert a second, {which}, kept before the answer",
            $"{rate:0}",
            rate,
            PerSecond * 0.98
        );
        promises.NoneFailed("of these", failed);
        promises.Under(
            "from due to answered, p99",
            $"{Percentile.Of(times, 0.99):0.0} ms, median {Percentile.Of(times, 0.5):0.0} ms",
            Percentile.Of(times, 0.99),
            PromisedMilliseconds,
            "ms"
        );
    }

    static async Task<(double[] Milliseconds, int Failed)> SendAsync(
        RelayRun relay,
        int count,
        Func<int, int> alert,
        CancellationToken ct
    )
    {
        var (times, sends, failed) = (new double[count], new List<Task>(count), 0);
        var watch = Stopwatch.StartNew();
        for (var sent = 0; sent < count; )
        {
            for (; sent < count && sent <= watch.Elapsed.TotalSeconds * PerSecond; sent++)
                sends.Add(OneAsync(sent));
            await Task.Delay(1, ct);
        }
        await Task.WhenAll(sends);
        return (times, failed);

        async Task OneAsync(int number)
        {
            using var body = Call.With([alert(number)]);
            using var answer = await relay.Client.PostAsync(Alerts, body, ct);
            times[number] = watch.Elapsed.TotalMilliseconds - number * 1000.0 / PerSecond;
            if (!answer.IsSuccessStatusCode)
                Interlocked.Increment(ref failed);
        }
    }
}
