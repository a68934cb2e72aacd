using System.Globalization;

namespace Benevoclic.Bench.Scaling;

/// <summary>Measures what one replica costs, and prints what 1, 3, 10 and 100 machines would carry.</summary>
static class Simulation
{
    static readonly int[] Sizes = [1, 3, 10, 100];

    /// <summary>A small VPS, and a small hosted MongoDB; the memory is the limit in stack/prometheus/compose.yaml.</summary>
    static readonly Bought Bought = new(Cores: 2, Used: 0.7, Database: 10_000, WatcherLimit: 512);

    /// <param name="promises">Hears the figures; the table comes after them.</param>
    /// <param name="proxy">What the proxy's processors do for a request, in milliseconds.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task RunAsync(Promises promises, double proxy, CancellationToken ct)
    {
        if (!Api.MongoStandIn.IsInstalled)
        {
            promises.Skip("what machines carry", Api.MongoStandIn.WhyNot);
            return;
        }
        var one = await OneReplica.MeasureAsync(proxy, ct);
        Tell(promises, one);
        Console.WriteLine($"\n{Table(one, Bought)}\n");
    }

    public static string Table(Figures one, Bought bought) =>
        string.Join(
            '\n',
            [
                "| machines | searches/s | database commands/s | Prometheus' share of its machine's processors | Prometheus MB | full first |",
                "|---|---|---|---|---|---|",
                .. Sizes.Select(machines => Row(Capacity.Of(machines, one, bought))),
                "",
                From("the database is full first", Capacity.From(Full.Database, one, bought)),
                From("Prometheus' memory is full first", Capacity.From(Full.WatcherMemory, one, bought)),
            ]
        );

    static void Tell(Promises promises, Figures one)
    {
        promises.Tell("the API's processor time for a public search on MongoDB", $"{one.Api:0.00} ms");
        promises.Tell("database commands for it", $"{one.Commands:0.0}");
        promises.Tell("the proxy's processor time for a request", $"{one.Proxy:0.00} ms");
        promises.Tell("processor time of one health check of a replica", $"{one.Health:0} ms");
        promises.Tell("the API's processor time for a scrape", $"{one.Scrape:0.0} ms");
        promises.Tell("Prometheus' processor time for a scrape and its rules", $"{one.Watching:0.0} ms");
        promises.Tell(
            "Prometheus' memory",
            $"{one.WatcherMegabytes:0} MB, and {one.WatchingMegabytes:0.0} MB for each target"
        );
    }

    static string Row(Capacity of) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {of.Machines} | {of.PerSecond:#,0} | {of.DatabasePerSecond:#,0} | {of.Watching:0.0 %} | {of.WatcherMegabytes:0} | {Words(of.First)} |"
        );

    static string From(string what, int? machines) =>
        machines is null ? $"Within a thousand machines never: {what}." : $"From {machines} machines on {what}.";

    static string Words(Full full) =>
        full switch
        {
            Full.Processors => "processors",
            Full.Database => "database",
            _ => "Prometheus' memory",
        };
}
