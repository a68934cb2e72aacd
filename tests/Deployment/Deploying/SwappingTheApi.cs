namespace Benevoclic.Deployment.Deploying;

public sealed class SwappingTheApi(SharedHost shared)
{
    [Fact]
    public async Task Loses_no_request_and_the_new_release_answers()
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("v2");
        await Scenario.DeployedAsync(host, "v1", "api", "proxy");
        var load = host.StartLoad();

        await Scenario.DeployedAsync(host, "v2", "api");
        var releases = await host.RunAsync("releases", "api");

        Assert.Contains("requests, 0 failed; ", releases.Output, StringComparison.Ordinal);
        var receipt = await Scenario.ReceiptAsync(host);
        var report = await load.StopAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{receipt}\n{report}");
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Equal(2, report.Releases.Count);
        Assert.Equal((0, 0), (receipt.Number("failed"), receipt.Number("probesFailed")));
        Assert.InRange(receipt.Number("requests"), 1, report.Requests);
        Assert.InRange(receipt.Number("probes"), 1, report.Requests);
        Assert.True(
            receipt.Json.GetProperty("newFirstSeen").GetDateTimeOffset() > DateTimeOffset.UnixEpoch,
            receipt.ToString()
        );
        var live = await host.InspectAsync("benevoclic-api");
        Assert.Equal(
            report.Releases[1].Release,
            live.GetProperty("Config").GetProperty("Labels").GetProperty("benevoclic.release").GetString()
        );
    }

    static readonly Defect[] All =
    [
        Defect.ExitsAtOnce,
        Defect.Answers500,
        Defect.WrongRelease,
        Defect.EatsMemory,
        Defect.LacksAMetric,
    ];

    public static TheoryData<string, string> Defects =>
        new()
        {
            { "exits-at-once", "ended with exit code" },
            { "answers-500", "did not become healthy" },
            { "wrong-release", "answers as another release" },
            {
                "lacks-a-metric",
                "api_last_request_timestamp_seconds, used by stack/prometheus/alert_rules.yml, alert ServerInactive; stack/grafana"
            },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task With_a_bad_image_is_undone_and_the_old_release_serves_all_the_time(string defect, string reason)
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("bad", All.Single(one => one.Name == defect));
        await Scenario.DeployedAsync(host, "v1", "api", "proxy");
        var load = host.StartLoad();

        var bad = await Scenario.Start(host, "bad", "api").WaitAsync();

        var report = await load.StopAsync();
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains(reason, bad.Error, StringComparison.Ordinal);
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Single(report.Releases);
    }
}
