using Benevoclic.Cli.Config;
using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Tests.Proofs;

public sealed class MetricContractTests
{
    const string Job = "benevoclic-api";

    readonly Problems _problems = new();

    MetricContract Contract(params string[] expressions) =>
        MetricContract.For(
            Job,
            expressions.SelectMany((expression, i) => MetricUse.In(new Query(expression, $"rule {i + 1}"), _problems)),
            new HashSet<string> { "job:recorded" },
            ["later_total"]
        );

    static HashSet<string> Exposed(params string[] names) => [.. names];

    [Fact]
    public void A_metric_that_is_gone_is_named_with_all_who_use_it() =>
        Assert.Equal(
            ["a_total, used by rule 1; rule 3"],
            Contract(
                    "rate(a_total{job=\"benevoclic-api\"}[5m]) / rate(a_total{job=\"benevoclic-api\",x=\"1\"}[5m])",
                    "b{job=\"benevoclic-api\"}",
                    "a_total{job=\"benevoclic-api\"}"
                )
                .Missing(Exposed("b", "a"))
        );

    [Theory]
    [InlineData("up{job=\"benevoclic-api\"} or scrape_duration_seconds{job=\"benevoclic-api\"}")]
    [InlineData("ALERTS{job=\"benevoclic-api\"}")]
    [InlineData("job:recorded{job=\"benevoclic-api\"}")]
    [InlineData("later_total{job=\"benevoclic-api\"}")]
    [InlineData("other{job=\"relay\"} + any")]
    [InlineData("{job=\"benevoclic-api\"}")]
    public void What_is_not_the_services_own_is_not_asked_of_it(string expression) =>
        Assert.Empty(Contract(expression).Metrics);

    [Fact]
    public void One_metric_that_fits_is_enough_for_a_pattern()
    {
        var contract = Contract("{__name__=~\"a(_total)?\",job=\"benevoclic-api\"}");

        Assert.Empty(contract.Missing(Exposed("a_total")));
        Assert.Equal(["/a(_total)?/, used by rule 1"], contract.Missing(Exposed("a_total_x", "ba")));
    }

    [Fact]
    public void An_expression_that_cannot_be_read_is_a_problem_and_not_a_gap()
    {
        Contract("sum(a{job=\"benevoclic-api\"}");

        Assert.Equal(
            "rule 1: cannot be read as PromQL: it ends too early: sum(a{job=\"benevoclic-api\"}",
            Assert.Single(_problems.Found).ToString()
        );
    }

    [Fact]
    public void A_scrape_is_read_in_both_formats() =>
        Assert.Equal(
            ["a.b", "a_bucket", "a_count", "a_sum", "b"],
            Exposition
                .Names(
                    """
                    # HELP a Some help {not a name}
                    # TYPE a histogram
                    a_bucket{le="0.5",path="/{x} y"} 1
                    a_bucket{le="+Inf"} 1 # {trace_id="1"} 0.4
                    a_sum 0.4
                    a_count 1 1700000000
                    {"a.b",x="1"} 3

                    b{} NaN
                    # EOF
                    """
                )
                .Order(StringComparer.Ordinal)
        );
}

/// <summary>What stands in stack/ must stay readable, and what the API owes must not get less by accident.</summary>
public sealed class TheContractOfThisRepositoryTests
{
    static readonly Checkout Ours = Checkout.Read(Repository.Root, new Dictionary<string, string>(), new Problems());

    static readonly string[] Owed =
    [
        "/dotnet_thread_pool_queue_length(_total)?/",
        "/dotnet_thread_pool_thread_count(_total)?/",
        "api_last_request_timestamp_seconds",
        "benevoclic_replicas",
        "dotnet_gc_heap_total_allocated_bytes_total",
        "dotnet_gc_last_collection_memory_committed_size_bytes",
        "dotnet_gc_pause_time_seconds_total",
        "dotnet_process_cpu_count",
        "dotnet_process_cpu_time_seconds_total",
        "dotnet_process_memory_working_set_bytes",
        "http_server_active_requests",
        "http_server_request_duration_seconds_bucket",
        "http_server_request_duration_seconds_count",
        "http_server_request_duration_seconds_sum",
        "kestrel_active_connections",
        "target_info",
    ];

    static MetricContract OfTheApi()
    {
        var problems = new Problems();
        var contract = StackMetrics.Read(Ours.Stack.Services, problems).ContractOf(Ours.Stack.Find("api"));
        Assert.Empty(problems.Found);
        return contract;
    }

    [Fact]
    public void Rules_and_dashboards_name_what_the_api_must_show() =>
        Assert.Equal(Owed, OfTheApi().Metrics.Keys.Select(name => name.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void A_user_is_named_by_file_and_rule_or_panel()
    {
        var line = Assert.Single(
            OfTheApi().Missing(new HashSet<string> { "x" }),
            line => line.StartsWith("api_last", StringComparison.Ordinal)
        );

        Assert.Contains("stack/prometheus/alert_rules.yml, alert ServerInactive", line, StringComparison.Ordinal);
        Assert.Contains("stack/grafana/dashboards/api-metrics.json, panel \"", line, StringComparison.Ordinal);
    }
}
