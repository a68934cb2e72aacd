namespace Benevoclic.Bench.Api;

/// <summary>Every speed that is promised of the API; `bench/run api NAME` measures one group alone.</summary>
static class ApiBench
{
    const int Starts = 10;
    const double StartSeconds = 1;

    static readonly Dictionary<string, Func<Promises, CancellationToken, Task>> Groups = new()
    {
        ["start"] = StartAsync,
        ["reading"] = Reading.RunAsync,
        ["growing"] = Growing.RunAsync,
        ["mongo"] = OnMongo.RunAsync,
        ["crowds"] = Crowds.RunAsync,
        ["metrics"] = Scraping.RunAsync,
        ["joins"] = Joins.RunAsync,
        ["soak"] = (promises, ct) => Soak.RunAsync(promises, SoakMinutes, ct),
    };

    const int SoakMinutes = 10;

    public static IEnumerable<string> Names => Groups.Keys;

    /// <summary>The soak alone, as long as one likes to wait.</summary>
    public static async Task<bool> SoakAsync(int minutes, CancellationToken ct)
    {
        var promises = new Promises();
        await Soak.RunAsync(promises, minutes, ct);
        return promises.AreKept;
    }

    /// <param name="names">Groups; all when there is none.</param>
    /// <returns>Whether every promise was kept.</returns>
    public static Task<bool> RunAsync(IReadOnlyCollection<string> names, CancellationToken ct) =>
        Promises.MeasureAsync(Groups, names, ct);

    static async Task StartAsync(Promises promises, CancellationToken ct)
    {
        var start = await Measures.TakeAsync("start", Starts, StartSeconds, FirstAnswer.TimeAsync, ct);
        promises.Under(
            $"start of the process to its first 200, worst of {Starts}",
            $"{start.Worst:0.00} s, median {Wrk.Median(start.Seconds):0.00} s",
            start.Worst,
            StartSeconds,
            "s"
        );
    }
}
