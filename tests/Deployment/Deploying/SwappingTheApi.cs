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

        var receipt = await Scenario.ReceiptAsync(host);
        var report = await load.StopAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{releases}\n{receipt}\n{report}");
        Assert.True(
            releases.Output.Contains("requests, 0 failed; ", StringComparison.Ordinal),
            $"{releases}\n{report}"
        );
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
        Defect.NeverAnswers,
        Defect.Answers500,
        Defect.WrongRelease,
        Defect.LacksAMetric,
    ];

    public static TheoryData<string, string> Defects =>
        new()
        {
            { "exits-at-once", "ended with exit code 3" },
            { "never-answers", "did not become healthy within 10 s" },
            { "answers-500", "last answer: HTTP/1.1 500 Internal Server Error" },
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
        var host = await shared.GetAsync();
        var (release, _) = await Scenario.ServingAsync(host);
        await host.AddApiImageAsync(defect, All.Single(one => one.Name == defect));
        await using var load = host.StartLoad();
        var variables = Scenario.Variables(defect);
        variables["BENEVOCLIC_HOST__GATE"] = "10";

        var bad = await Scenario.Start(host, ["deploy", "api", "--yes"], variables).WaitAsync();
        var releases = await host.RunAsync("releases", "api");
        var marked = releases
            .Output.Split('\n')
            .Last(line => line.StartsWith("bad ", StringComparison.Ordinal))
            .Split(' ');
        var named = await host.RunAsync(
            "rollback",
            "api",
            "--to",
            marked.First(word => word.StartsWith("20", StringComparison.Ordinal)),
            "--yes"
        );

        var report = await load.StopAsync();
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains(reason, bad.Error, StringComparison.Ordinal);
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Single(report.Releases, seen => seen.Release == release);
        Assert.Equal(2, named.ExitCode);
        Assert.Contains("never served well", named.Error, StringComparison.Ordinal);
    }
}
