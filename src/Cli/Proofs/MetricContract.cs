namespace Benevoclic.Cli.Proofs;

/// <summary>
/// The metrics of one service that alert rules and dashboards are made of. A release that lacks one would blind them without a word.
/// </summary>
/// <param name="Metrics">Who uses it, by metric.</param>
sealed record MetricContract(IReadOnlyDictionary<MetricName, IReadOnlyList<string>> Metrics)
{
    public static readonly MetricContract None = new(new Dictionary<MetricName, IReadOnlyList<string>>());

    /// <summary>Prometheus makes these itself, about every target.</summary>
    static bool IsPrometheusOwn(string name) =>
        name is "up" or "ALERTS" or "ALERTS_FOR_STATE" || name.StartsWith("scrape_", StringComparison.Ordinal);

    /// <param name="job">The service's name in prometheus.yml.</param>
    /// <param name="uses">All that rules and dashboards ask for.</param>
    /// <param name="recorded">Names that recording rules make: no service has them.</param>
    /// <param name="later">Names that appear only after something has happened.</param>
    public static MetricContract For(
        string job,
        IEnumerable<MetricUse> uses,
        IReadOnlySet<string> recorded,
        IReadOnlyCollection<string> later
    )
    {
        var pairs =
            from use in uses
            where use.Selector.Names(job)
            let metric = use.Selector.Metric
            where metric is not null && !IsPrometheusOwn(metric.Text)
            where !recorded.Contains(metric.Text) && !later.Contains(metric.Text)
            select (metric, use.Where);
        return new MetricContract(
            pairs
                .Distinct()
                .GroupBy(pair => pair.metric, pair => pair.Where)
                .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group])
        );
    }

    /// <param name="exposed">Names of the metrics that a release shows.</param>
    /// <returns>What it lacks, a line each, with its users.</returns>
    public IReadOnlyList<string> Missing(IReadOnlySet<string> exposed) =>
        [
            .. Metrics
                .Where(pair => !pair.Key.IsIn(exposed))
                .OrderBy(pair => pair.Key.Text, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}, used by {string.Join("; ", pair.Value)}"),
        ];
}
