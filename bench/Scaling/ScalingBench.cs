using Benevoclic.Swarm;

namespace Benevoclic.Bench.Scaling;

/// <summary>More machines than one: how fast an update of many replicas is, what the proxy costs, and what 1 to 100 machines would carry.</summary>
static class ScalingBench
{
    /// <returns>Whether every promise was kept.</returns>
    /// <exception cref="InvalidOperationException">Something on the servers failed.</exception>
    public static async Task<bool> RunAsync(CancellationToken ct)
    {
        Console.WriteLine($"{Machine.Describe()}\n");
        var promises = new Promises();
        var proxy = await OnThreeServersAsync(promises, ct);
        await Simulation.RunAsync(promises, proxy, ct);
        return promises.AreKept;
    }

    static async Task<double> OnThreeServersAsync(Promises promises, CancellationToken ct)
    {
        await using var shared = new SharedCluster();
        return await new Replicas(shared, promises, ct).MeasureAsync();
    }
}
