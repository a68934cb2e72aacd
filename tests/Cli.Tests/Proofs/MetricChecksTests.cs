using Benevoclic.Cli.Checks;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Proofs;

public sealed class MetricChecksTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string Said(string config, string rule = "a{job='benevoclic-it'}", params string[] later)
    {
        _folder.Write("watcher/it.yml", $"rule_files: [rules.yml]\nscrape_configs: [{config}]");
        _folder.Write("watcher/rules.yml", $"groups: [{{name: g, rules: [{{alert: A, expr: \"{rule}\"}}]}}]");
        var problems = new Problems();
        Service[] services =
        [
            AService.Named("watcher") with
            {
                Folder = _folder.In("watcher"),
                Active = new ActiveSource(ActiveKind.Prometheus, "it.yml", "/etc/it"),
            },
            AService.Named("it") with
            {
                Metrics = new ServiceMetrics("/numbers", later),
            },
        ];
        MetricChecks.Run(new ServiceStack { Services = services, Folders = new Dictionary<string, int?>() }, problems);
        return string.Join('\n', problems.Found);
    }

    [Fact]
    public void All_is_well() =>
        Assert.Equal("", Said("{job_name: benevoclic-it, metrics_path: /numbers}", later: ["a"]));

    [Theory]
    [InlineData("{job_name: it}", "found none")]
    [InlineData("{job_name: benevoclic-it}", "found one at /metrics")]
    public void A_service_that_owes_metrics_is_scraped_where_it_shows_them(string config, string found) =>
        Assert.Equal(
            $"stack/it/compose.yaml x-benevoclic.metrics.path: stack/watcher/it.yml should have a job benevoclic-it that scrapes /numbers, {found}",
            Said(config)
        );

    [Fact]
    public void What_nobody_uses_need_not_come_later() =>
        Assert.Equal(
            "stack/it/compose.yaml x-benevoclic.metrics.later: names b, which no rule and no dashboard uses; take it out",
            Said("{job_name: benevoclic-it, metrics_path: /numbers}", later: ["b"])
        );

    [Fact]
    public void A_rule_that_cannot_be_read_is_named() =>
        Assert.Equal(
            "stack/watcher/rules.yml, alert A: cannot be read as PromQL: it ends too early: sum(a",
            Said("{job_name: benevoclic-it, metrics_path: /numbers}", "sum(a")
        );

    [Fact]
    public void This_repository_is_well()
    {
        var problems = new Problems();
        MetricChecks.Run(Checkout.Read(Repository.Root, new Dictionary<string, string>(), problems).Stack, problems);
        Assert.Empty(problems.Found);
    }
}
