using Benevoclic.Dashboards.Provisioning;

namespace Benevoclic.Dashboards.Tests;

public sealed class DataSourceTests
{
    readonly List<string> _problems = [];

    [Fact]
    public void The_provisioned_sources_of_the_stack_are_understood()
    {
        var sources = DataSourceFiles.Read(Path.Combine(Repository.Root, "stack/grafana/provisioning"), _problems);

        Assert.Empty(_problems);
        Assert.Equal(["benevoclic-prometheus", "benevoclic-alertmanager"], sources.Select(source => source.Uid));
        Assert.Equal(5, sources[0].Interval);
        Assert.Equal([true, false], sources.Select(source => source.IsPrometheus));
    }

    [Theory]
    [InlineData("5s", 5)]
    [InlineData("2m", 120)]
    [InlineData("0s", 15)]
    [InlineData("5", 15)]
    [InlineData("", 15)]
    [InlineData(null, 15)]
    [InlineData("-5s", 15)]
    [InlineData("99999999999s", 15)]
    public void An_interval_is_seconds_or_minutes_else_it_is_Grafanas_own(string? text, int seconds) =>
        Assert.Equal(seconds, DataSourceFiles.Seconds(text));

    [Theory]
    [InlineData("datasources: [{name: x, type: prometheus, url: 'http://a:1'}]")]
    [InlineData("datasources: [{uid: x, url: 'http://a:1'}]")]
    [InlineData("datasources: [{uid: x, type: prometheus, url: here}]")]
    public void A_source_that_cannot_be_asked_is_a_problem(string yaml)
    {
        Assert.Empty(DataSourceFiles.Of(yaml, "one.yaml", _problems));
        Assert.StartsWith(
            "one.yaml: a data source should have uid, type and url",
            Assert.Single(_problems),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("apiVersion: 1")]
    [InlineData("datasources:")]
    public void A_file_without_sources_is_no_problem(string yaml)
    {
        Assert.Empty(DataSourceFiles.Of(yaml, "one.yaml", _problems));
        Assert.Empty(_problems);
    }
}
