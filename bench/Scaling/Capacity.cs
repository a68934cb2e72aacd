namespace Benevoclic.Bench.Scaling;

/// <summary>
/// What a number of machines carries, and what is full first: one replica, one proxy and one Node Exporter on each, Prometheus on one of them, one
/// database for all. Pure.
/// </summary>
/// <param name="Machines">How many.</param>
/// <param name="PerSecond">Public searches.</param>
/// <param name="DatabasePerSecond">Commands that these make.</param>
/// <param name="Watching">Share of its machine's processors that Prometheus takes.</param>
/// <param name="WatcherMegabytes">Its memory.</param>
/// <param name="First">What is full first.</param>
sealed record Capacity(
    int Machines,
    double PerSecond,
    double DatabasePerSecond,
    double Watching,
    double WatcherMegabytes,
    Full First
)
{
    /// <summary>As stack/prometheus/prometheus.yml has it: the API each 2 s, Node Exporter each 5 s.</summary>
    const double ApiScrapes = 1 / 2.0;

    const double NodeScrapes = 1 / 5.0;

    /// <summary>As stack files have it: each 3 s.</summary>
    const double HealthChecks = 1 / 3.0;

    const double Milliseconds = 1000;

    const int TargetsOfMachine = 2;

    public static Capacity Of(int machines, Figures one, Bought bought)
    {
        var processors = bought.Cores * Milliseconds;
        var watching = machines * (ApiScrapes + NodeScrapes) * one.Watching;
        // The proxies choose at random: the machine that has least left gets as many requests as the others.
        var left = processors * bought.Used - watching - one.Health * HealthChecks - one.Scrape * ApiScrapes;
        var byProcessors = machines * Math.Max(0, left) / (one.Api + one.Proxy);
        var byDatabase = bought.Database / one.Commands;
        var memory = one.WatcherMegabytes + machines * TargetsOfMachine * one.WatchingMegabytes;
        var carried = Math.Min(byProcessors, byDatabase);
        return new Capacity(
            machines,
            carried,
            carried * one.Commands,
            watching / processors,
            memory,
            memory > bought.WatcherLimit ? Full.WatcherMemory
                : byDatabase < byProcessors ? Full.Database
                : Full.Processors
        );
    }

    /// <returns>The fewest machines with which something is full first; null when it is not within a thousand.</returns>
    public static int? From(Full full, Figures one, Bought bought) =>
        Enumerable
            .Range(1, 1000)
            .Where(machines => Of(machines, one, bought).First == full)
            .Cast<int?>()
            .FirstOrDefault();
}

enum Full
{
    /// <summary>Those of the machine with Prometheus, which has least of them left.</summary>
    Processors,

    Database,

    /// <summary>Prometheus ends and starts again, whatever is asked of the API.</summary>
    WatcherMemory,
}
