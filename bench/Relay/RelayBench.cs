namespace Benevoclic.Bench.Relay;

/// <summary>
/// Every speed that is promised of the relay, which runs as it is shipped, its journal on this machine's disk. `bench/run relay NAME`
/// measures one group alone.
/// </summary>
static class RelayBench
{
    static readonly Dictionary<string, Func<Promises, CancellationToken, Task>> Groups = new()
    {
        ["telling"] = Telling.RunAsync,
        ["storing"] = Storing.RunAsync,
        ["page"] = Showing.RunAsync,
    };

    public static IEnumerable<string> Names => Groups.Keys;

    /// <param name="names">Groups; all when there is none.</param>
    /// <returns>Whether every promise was kept.</returns>
    public static Task<bool> RunAsync(IReadOnlyCollection<string> names, CancellationToken ct) =>
        Promises.MeasureAsync(Groups, names, ct);
}
