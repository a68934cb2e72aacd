using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Relay;

/// <summary>How soon Discord hears of an alert, when there is nothing else to do.</summary>
static class Telling
{
    const int Runs = 200;
    const double PromisedMilliseconds = 100;
    const double PromisedMegabytes = 80;

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using var relay = await RelayRun.StartAsync();
        promises.Under(
            "the relay's memory after its start",
            $"{relay.Memory:0} MB",
            relay.Memory,
            PromisedMegabytes,
            "MB"
        );
        var times = new List<double>();
        for (var number = 0; number < Runs; number++)
        {
            times.Add(await OneAsync(relay, number, ct));
            await relay.IsCalmAsync();
        }
        promises.Under(
            $"from the webhook call to Discord's request, nothing else to do, p99 of {Runs}",
            $"{Percentile.Of(times, 0.99):0.0} ms, median {Percentile.Of(times, 0.5):0.0} ms",
            Percentile.Of(times, 0.99),
            PromisedMilliseconds,
            "ms"
        );
    }

    static async Task<double> OneAsync(RelayRun relay, int number, CancellationToken ct)
    {
        using var body = Call.With([number]);
        var start = Stopwatch.GetTimestamp();
        using var answer = await relay.Client.PostAsync(new Uri("alerts", UriKind.Relative), body, ct);
        answer.EnsureSuccessStatusCode();
        await Eventually.TrueAsync(
            () => relay.Discord.Messages.Count > number,
            TimeSpan.FromSeconds(10),
            () => "Discord heard nothing"
        );
        return Stopwatch.GetElapsedTime(start, relay.Discord.Messages[number].At).TotalMilliseconds;
    }
}
