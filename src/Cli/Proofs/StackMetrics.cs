using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Proofs;

/// <summary>What the rules and dashboards of a checkout ask for.</summary>
/// <param name="Uses">Every selector of theirs.</param>
/// <param name="Recorded">Metrics that recording rules make.</param>
sealed record StackMetrics(IReadOnlyList<MetricUse> Uses, IReadOnlySet<string> Recorded)
{
    public static readonly StackMetrics None = new([], new HashSet<string>());

    /// <summary>The job under which prometheus.yml scrapes a service that has a contract.</summary>
    public static string JobOf(Service service) => $"benevoclic-{service.Name}";

    /// <param name="services">All services of the checkout: some bring rules or dashboards.</param>
    /// <param name="problems">Receives what cannot be read.</param>
    public static StackMetrics Read(IReadOnlyList<Service> services, Problems problems)
    {
        var rules = services.SelectMany(service => Rules(service, problems)).ToList();
        var queries = rules
            .Select(rule => new Query(rule.Rule.Expression, $"{rule.File}, {rule.Rule.Title}"))
            .Concat(services.SelectMany(service => Dashboards(service, problems)));
        return new StackMetrics(
            [.. queries.SelectMany(query => MetricUse.In(query, problems))],
            rules.Where(rule => rule.Rule.Kind == "record").Select(rule => rule.Rule.Name).ToHashSet()
        );
    }

    /// <summary>What a service owes: nothing without <c>metrics:</c>.</summary>
    public MetricContract ContractOf(Service service) =>
        service.Metrics is { } metrics
            ? MetricContract.For(JobOf(service), Uses, Recorded, metrics.Later)
            : MetricContract.None;

    static IEnumerable<(string File, PromRule Rule)> Rules(Service service, Problems problems)
    {
        if (service.Active is not { Kind: ActiveKind.Prometheus } source)
        {
            return [];
        }
        var paths = Directory
            .EnumerateFiles(service.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(service.Folder, path));
        return ServiceText
            .Read(service, source.File, problems, config => RuleFile.Named(config, source.File, paths))
            .SelectMany(
                path => ServiceText.Read(service, path, problems, text => RuleFile.Read(path, text)),
                (path, group) => (File: ServiceText.ShownAs(service, path), group)
            )
            .SelectMany(pair => pair.group.Rules, (pair, rule) => (pair.File, rule));
    }

    static IEnumerable<Query> Dashboards(Service service, Problems problems)
    {
        var folder = Path.Join(service.Folder, "dashboards");
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => Path.GetRelativePath(service.Folder, path))
                .SelectMany(path =>
                    ServiceText.Read(
                        service,
                        path,
                        problems,
                        text => Dashboard.Read(ServiceText.ShownAs(service, path), text)
                    )
                )
            : [];
    }
}
