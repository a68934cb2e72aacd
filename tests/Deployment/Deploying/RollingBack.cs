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
