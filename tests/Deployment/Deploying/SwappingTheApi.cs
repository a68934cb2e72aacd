namespace Benevoclic.Deployment.Deploying;

public sealed class SwappingTheApi(SharedHost shared)
{
    [Fact]
    public async Task Loses_no_request_and_the_new_release_answers()
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("v2");
        await DeployedAsync(host, "v1", "api", "proxy");
        var load = host.StartLoad();

        await DeployedAsync(host, "v2", "api");
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        var report = await load.StopAsync();
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Equal(2, report.Releases.Count);
        var live = await host.InspectAsync("benevoclic-api");
        Assert.Equal(
            report.Releases[1].Release,
            live.GetProperty("Config").GetProperty("Labels").GetProperty("benevoclic.release").GetString()
        );
    }

    static readonly Defect[] All = [Defect.ExitsAtOnce, Defect.Answers500, Defect.WrongRelease, Defect.EatsMemory];

    public static TheoryData<string, string> Defects =>
        new()
        {
            { "exits-at-once", "ended with exit code" },
            { "answers-500", "did not become healthy" },
            { "wrong-release", "answers as another release" },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public async Task With_a_bad_image_is_undone_and_the_old_release_serves_all_the_time(string defect, string reason)
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("bad", All.Single(one => one.Name == defect));
        await DeployedAsync(host, "v1", "api", "proxy");
        var load = host.StartLoad();

        var bad = await Start(host, "bad", "api").WaitAsync();

        var report = await load.StopAsync();
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains(reason, bad.Error, StringComparison.Ordinal);
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Single(report.Releases);
    }

    static async Task DeployedAsync(TestHost host, string tag, params string[] services)
    {
        var deploy = await Start(host, tag, services).WaitAsync();
        Assert.True(deploy.ExitCode == 0, deploy.ToString());
    }

    static CliRun Start(TestHost host, string tag, params string[] services) =>
        host.Start(
            ["deploy", .. services, "--yes"],
            new Dictionary<string, string>
            {
                ["BENEVOCLIC_TAG"] = tag,
                ["BENEVOCLIC_HOST__WATCH"] = "0",
                ["MONITORING_PASSWORD"] = "a password that nobody may see",
            }
        );
}
