namespace Benevoclic.Bench.Scaling;

/// <summary>What one of several costs, as measured; times are of a processor, in milliseconds.</summary>
/// <param name="Api">The API, for one public search on MongoDB.</param>
/// <param name="Proxy">The proxy, for one request.</param>
/// <param name="Commands">Of the database, for one public search.</param>
/// <param name="Health">One check of a replica by Swarm: a process of its own.</param>
/// <param name="Scrape">The API, for one scrape of its metrics.</param>
/// <param name="Watching">Prometheus, for one scrape and the rules over it.</param>
/// <param name="WatchingMegabytes">Prometheus, for one more target.</param>
/// <param name="WatcherMegabytes">Prometheus, without any.</param>
sealed record Figures(
    double Api,
    double Proxy,
    double Commands,
    double Health,
    double Scrape,
    double Watching,
    double WatchingMegabytes,
    double WatcherMegabytes
);

/// <summary>What is bought, and so is chosen and not measured.</summary>
/// <param name="Cores">Of each machine.</param>
/// <param name="Used">Which share of them work may take before answers become slow.</param>
/// <param name="Database">Commands a second that the MongoDB carries.</param>
/// <param name="WatcherLimit">Memory that stack/prometheus allows, in MB.</param>
sealed record Bought(int Cores, double Used, double Database, double WatcherLimit);
