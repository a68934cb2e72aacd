namespace Benevoclic.Deployment.Deploying;

public sealed class RollingBack(SharedHost shared)
{
    [Fact]
    public async Task Brings_the_release_before_back_without_losing_a_request_and_forward_again()
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1");
        await host.AddApiImageAsync("v2");
        await RunAsync(host, "v1", "deploy", "api", "proxy", "--yes");
        await RunAsync(host, "v2", "deploy", "api", "--yes");
        var load = host.StartLoad();

        await RunAsync(host, "v2", "rollback", "api", "--yes");
        var plan = await Start(host, "v2", "plan", "api").WaitAsync();
        await RunAsync(host, "v2", "deploy", "api", "--yes");

        var report = await load.StopAsync();
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Equal(3, report.Releases.Count);
        Assert.Equal(10, plan.ExitCode);
        Assert.Contains("image: ", plan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_service_takes_the_last_deploy_back_as_a_whole()
    {
        var host = await shared.GetAsync();
        var release = await Scenario.ServingV1Async(host, "node-exporter");
        var exporter = await ExporterAsync(host);
        await host.AddApiImageAsync("v2");
        using var checkout = new Checkout();
        var compose = checkout.PathOf("stack/node-exporter/compose.yaml");
        var text = await File.ReadAllTextAsync(compose, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            compose,
            text.Replace("memory: 64M", "memory: 80M", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        await RunAsync(host, "v2", checkout, "deploy", "api", "node-exporter", "--yes");
        Assert.NotEqual(release, await Scenario.LiveReleaseAsync(host));
        await using var load = host.StartLoad();

        var unasked = await Scenario.Start(host, ["rollback"], Scenario.Variables("v2"), checkout).WaitAsync();
        await RunAsync(host, "v2", checkout, "rollback", "--yes");

        Assert.Equal(2, unasked.ExitCode);
        Assert.Matches(@"< node-exporter: back to \S+, deployed by \S+[\s\S]*< api: back to", unasked.Output);
        Assert.DoesNotContain("proxy", unasked.Output, StringComparison.Ordinal);
        Assert.Equal(release, await Scenario.LiveReleaseAsync(host));
        Assert.Equal(exporter, await ExporterAsync(host));
        var report = await load.StopAsync();
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    static async Task<string> ExporterAsync(TestHost host) =>
        (await host.ContainersAsync())
            .Single(container => container is { Name: "benevoclic-node-exporter", IsRunning: true })
            .Labels["benevoclic.release"];

    static async Task RunAsync(TestHost host, string tag, Checkout checkout, params string[] words)
    {
        var run = await Scenario.Start(host, words, Scenario.Variables(tag), checkout).WaitAsync();
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    [Fact]
    public async Task Says_that_there_is_nothing_to_go_back_to_and_names_the_nearest_release()
    {
        var host = await shared.FreshAsync();
        await RunAsync(host, "v1", "deploy", "node-exporter", "--yes");

        var none = await Start(host, "v1", "rollback", "node-exporter", "--yes").WaitAsync();
        var unknown = await Start(host, "v1", "rollback", "node-exporter", "--to", "20200101-000000-abcd", "--yes")
            .WaitAsync();

        Assert.Equal(1, none.ExitCode);
        Assert.Contains("has no good release before", none.Error, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("There is no release \"20200101-000000-abcd\"", unknown.Error, StringComparison.Ordinal);
    }

    static async Task RunAsync(TestHost host, string tag, params string[] arguments)
    {
        var run = await Start(host, tag, arguments).WaitAsync();
        Assert.True(run.ExitCode == 0, run.ToString());
    }

    static CliRun Start(TestHost host, string tag, params string[] words) =>
        Scenario.Start(host, words, Scenario.Variables(tag));
}
