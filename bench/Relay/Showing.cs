namespace Benevoclic.Bench.Relay;

/// <summary>The page, when much has happened.</summary>
static class Showing
{
    const int Incidents = 10_000;
    const int Lasting = 500;
    const int Runs = 50;
    const double PromisedMilliseconds = 100;
    const double PromisedMegabytes = 80;

    public static async Task RunAsync(Promises promises, CancellationToken ct)
    {
        await using var relay = await RelayRun.StartAsync();
        await SendAsync(relay, 0, Incidents, isFiring: true, ct);
        await relay.IsCalmAsync();
        await SendAsync(relay, Lasting, Incidents - Lasting, isFiring: false, ct);
        await Benevoclic.Harness.Eventually.TrueAsync(
            async () => (await relay.AskAsync("incidents?open=true")).GetArrayLength() == Lasting,
            TimeSpan.FromMinutes(3),
            () => "they do not end"
        );
        await relay.IsCalmAsync();
        var times = await TimesAsync(relay, ct);
        promises.Under(
            $"the page, with {Incidents} incidents of which {Lasting} last, worst of {Runs}",
            $"{times.Max():0} ms, median {Percentile.Of(times, 0.5):0} ms",
            times.Max(),
            PromisedMilliseconds,
            "ms"
        );
        promises.Under(
            "the relay's memory with them",
            $"{relay.Memory:0} MB, at most {relay.MostMemory:0}",
            relay.Memory,
            PromisedMegabytes,
            "MB"
        );
    }

    static async Task<List<double>> TimesAsync(RelayRun relay, CancellationToken ct)
    {
        var times = new List<double>();
        for (var run = 0; run <= Runs; run++)
            times.Add(
                1000 * await Measures.TimeAsync(() => relay.Client.GetStringAsync(new Uri("/", UriKind.Relative), ct))
            );
        return times[1..]; // The first one compiles.
    }

    static async Task SendAsync(RelayRun relay, int first, int count, bool isFiring, CancellationToken ct)
    {
        foreach (var part in Enumerable.Range(first, count).Chunk(500))
        {
            using var body = Call.With(part, isFiring);
            using var answer = await relay.Client.PostAsync(new Uri("alerts", UriKind.Relative), body, ct);
            answer.EnsureSuccessStatusCode();
        }
    }
}
