namespace Benevoclic.Deployment.Deploying;

/// <summary>What somebody changed on the server by hand is named by `plan` and repaired by `deploy`.</summary>
public sealed class Drifting(SharedHost shared)
{
    [Fact]
    public async Task A_file_edited_by_hand()
    {
        var host = await DeployedAsync("prometheus");
        await File.AppendAllTextAsync(
            host.FileOf("services/prometheus/live/alert_rules.yml"),
            "# edited\n",
            TestContext.Current.CancellationToken
        );

        await IsNamedAndRepairedAsync(host, "prometheus", "alert_rules.yml was edited on the host");
    }

    [Fact]
    public async Task A_container_stopped_by_hand()
    {
        var host = await DeployedAsync("node-exporter");
        await host.DockerAsync("stop", "benevoclic-node-exporter");

        await IsNamedAndRepairedAsync(host, "node-exporter", "its container is stopped");
    }

    [Fact]
    public async Task A_container_made_by_hand()
    {
        var host = await DeployedAsync("node-exporter");
        await host.DockerAsync("rm", "--force", "benevoclic-node-exporter");
        await host.DockerAsync(["run", "--detach", "--name=benevoclic-node-exporter", "busybox:1.37", "sleep", "1000"]);

        await IsNamedAndRepairedAsync(host, "node-exporter", "its container was made by hand");
    }

    [Fact]
    public async Task A_container_that_was_removed()
    {
        var host = await DeployedAsync("node-exporter");
        await host.DockerAsync("rm", "--force", "benevoclic-node-exporter");

        await IsNamedAndRepairedAsync(host, "node-exporter", "its container is gone");
    }

    async Task<TestHost> DeployedAsync(string service)
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", service);
        return host;
    }

    static async Task IsNamedAndRepairedAsync(TestHost host, string service, string drift)
    {
        var before = await Scenario.Start(host, ["plan", service], Scenario.Variables()).WaitAsync();
        await Scenario.DeployedAsync(host, "v1", service);
        var after = await Scenario.Start(host, ["plan", service], Scenario.Variables()).WaitAsync();

        Assert.Equal(10, before.ExitCode);
        Assert.Contains(drift, before.Output, StringComparison.Ordinal);
        Assert.True(after.ExitCode == 0, after.ToString());
    }
}
