using Benevoclic.Cli.Config;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Checks;

/// <summary>
/// Looks whether the metrics that a service owes can be found out at all: an expression that cannot be read, or a job of another name,
/// would make the contract smaller without a word.
/// </summary>
static class MetricChecks
{
    public static void Run(ServiceStack stack, Problems problems)
    {
        var metrics = StackMetrics.Read(stack.Services, problems);
        foreach (var service in stack.Services)
        {
            if (service.Metrics is { } own)
            {
                Later(service, own, metrics, problems);
                Job(service, own, stack, problems);
            }
        }
    }

    static void Later(Service service, ServiceMetrics own, StackMetrics metrics, Problems problems)
    {
        var used = MetricContract.For(StackMetrics.JobOf(service), metrics.Uses, metrics.Recorded, []).Metrics.Keys;
        foreach (var name in own.Later.Where(name => used.All(metric => metric.Text != name)))
        {
            problems.Add(At(service, "later"), $"names {name}, which no rule and no dashboard uses; take it out");
        }
    }

    static void Job(Service service, ServiceMetrics own, ServiceStack stack, Problems problems)
    {
        foreach (var prometheus in stack.Services)
        {
            if (prometheus.Active is not { Kind: ActiveKind.Prometheus } source)
            {
                continue;
            }
            var paths = ServiceText.Read(prometheus, source.File, problems, text => PathsOf(text, service));
            if (paths.All(path => path != own.Path))
            {
                var found = paths.Count == 0 ? "none" : $"one at {string.Join(", ", paths)}";
                problems.Add(
                    At(service, "path"),
                    $"{ServiceText.ShownAs(prometheus, source.File)} should have a job {StackMetrics.JobOf(service)} that scrapes {own.Path}, found {found}"
                );
            }
        }
    }

    static IReadOnlyList<string> PathsOf(string config, Service service) =>
        [
            .. YamlTree
                .Read(config)
                .Items("scrape_configs")
                .Where(job => job.Text("job_name") == StackMetrics.JobOf(service))
                .Select(job => job.Text("metrics_path") ?? "/metrics"),
        ];

    static string At(Service service, string key) =>
        $"{ServiceText.ShownAs(service, ServiceFile.FileName)} x-benevoclic.metrics.{key}";
}
