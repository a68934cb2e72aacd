using Benevoclic.Cli.Proofs;

namespace Benevoclic.Cli.Tests.Proofs;

public sealed class PromQlTests
{
    [Theory]
    [InlineData("up", "up")]
    [InlineData("vector(1)", "")]
    [InlineData("time() - a > 30", "a")]
    [InlineData("1 + -a * +b ^ 2", "a b")]
    [InlineData("sum by (job) (a) / sum(b) without (x, y)", "a b")]
    [InlineData("sum without () (a)", "a")]
    [InlineData("topk(3, a) or bottomk by (x) (1, b) unless c and d", "a b c d")]
    [InlineData("a > bool b == on (x, y) group_left (z) c * ignoring(q) d", "a b c d")]
    [InlineData("a * on (x) group_left b", "a b")]
    [InlineData("rate(a[5m]) + max_over_time(rate(b[1m:])[1h:30s])", "a b")]
    [InlineData("a offset 1h + b offset -5m + c @ 1.6e9 + d @ end() + e[5m] @ start() offset 1d", "a b c d e")]
    [InlineData("histogram_quantile(0.95, sum by (le) (rate(a_bucket[2m]))) >= 2e1", "a_bucket")]
    [InlineData("a # b\n+ c # d", "a c")]
    [InlineData("label_replace(a, \"x\", \"$1 b)\", 'y', `(.*) c`)", "a")]
    [InlineData("count_values(\"version\", a)", "a")]
    [InlineData("Sum By (job) (a) AND On (job) b", "a b")]
    [InlineData("sum{x=\"1\"} + by{x=\"1\"} + offset", "sum by offset")]
    [InlineData("a and inf > NaN", "a")]
    [InlineData("job:a:rate5m + :b", "job:a:rate5m :b")]
    [InlineData("rate(a[$__rate_interval]) > $limit + ${more:raw} * [[old]]", "a $limit ${more:raw} [[old]]")]
    [InlineData("sum by ($group) (node_${what}_total[${__range_s}s])", "node_${what}_total")]
    [InlineData("0x1F + .5 + 1_000 + 1h30m + a", "a")]
    public void Metrics_are_told_from_everything_else(string expression, string names) =>
        Assert.Equal(names, string.Join(' ', PromQl.Selectors(expression).Select(selector => selector.Name)));

    [Theory]
    [InlineData("a{job=\"x\",}", "job=x")]
    [InlineData("a{ job = 'x', code!~\"5..\" }", "job=x code!~5..")]
    [InlineData("a{x=\"} or b{job=\\\"c\\\"\"}", "x=} or b{job=\"c\"")]
    [InlineData("a{by=\"1\",sum=\"2\"} # {job=\"z\"}", "by=1 sum=2")]
    [InlineData("a{x=`\\d`}", "x=\\d")]
    public void Matchers_are_read_whatever_is_in_their_strings(string expression, string matchers) =>
        Assert.Equal(
            matchers,
            string.Join(
                ' ',
                Assert.Single(PromQl.Selectors(expression)).Matchers.Select(one => one.Label + one.Operator + one.Value)
            )
        );

    [Theory]
    [InlineData("{__name__=\"a\",job=\"x\"}", "a")]
    [InlineData("{__name__=~\"a(_total)?\",job=\"x\"}", "/a(_total)?/")]
    [InlineData("{\"a.b\", job=\"x\"}", "a.b")]
    [InlineData("node_${what}_total", "/node_.+_total/")]
    [InlineData("{job=\"x\"}", null)]
    [InlineData("{__name__!=\"a\"}", null)]
    public void A_metric_may_be_named_in_other_ways(string expression, string? metric) =>
        Assert.Equal(metric, Assert.Single(PromQl.Selectors(expression)).Metric?.ToString());

    [Theory]
    [InlineData("sum(", "it ends too early")]
    [InlineData("a)", "\")\" at character 2 is not expected there")]
    [InlineData("a b", "\"b\" at character 3 is not expected there")]
    [InlineData("a{job=}", "\"}\" at character 7 is not expected there")]
    [InlineData("a{job=\"x\" x=\"y\"}", "\"x\" at character 11 is not expected there")]
    [InlineData("a[5m", "a \"]\" is missing")]
    [InlineData("\"abc", "the string that begins at character 1 does not end")]
    [InlineData("a ; b", "\";\" at character 3 is not PromQL")]
    [InlineData("a, b", "\",\" at character 2 is not expected there")]
    [InlineData("", "it ends too early")]
    [InlineData("sum by job (a)", "\"job\" at character 8 is not expected there")]
    public void What_is_no_PromQL_is_refused_with_its_place(string expression, string says) =>
        Assert.Equal(says, Assert.Throws<FormatException>(() => PromQl.Selectors(expression)).Message);

    [Theory]
    [InlineData("a{job=\"benevoclic-api\"}", true)]
    [InlineData("a{job=~\"benevoclic-(api|relay)\"}", true)]
    [InlineData("a{job=~\"benevoclic-.+\"}", true)]
    [InlineData("a{job=~\"api\"}", false)]
    [InlineData("a{job=~\".+\"}", false)]
    [InlineData("a{job=~\"$job\"}", false)]
    [InlineData("a{job!=\"relay\"}", false)]
    [InlineData("a{service=\"benevoclic-api\"}", false)]
    [InlineData("a", false)]
    public void A_selector_counts_for_the_job_that_it_names(string expression, bool names) =>
        Assert.Equal(names, Assert.Single(PromQl.Selectors(expression)).Names("benevoclic-api"));
}
