namespace Benevoclic.Deployment.Deploying;

public sealed class ChangingRules(SharedHost shared)
{
    const string Rules = "stack/prometheus/alert_rules.yml";

    [Fact]
    public async Task Is_read_by_the_running_process()
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "prometheus");
        var before = await PrometheusAsync(host);
        using var checkout = new Checkout();
        await File.AppendAllTextAsync(
            checkout.PathOf(Rules),
            "\n  - name: added\n    rules:\n      - alert: AddedByATest\n        expr: vector(1) > 2\n",
            TestContext.Current.CancellationToken
        );

        var deploy = await Scenario
            .Start(host, ["deploy", "prometheus", "--yes"], Scenario.Variables(), checkout)
            .WaitAsync();

        Assert.True(deploy.ExitCode == 0, deploy.ToString());
        var after = await PrometheusAsync(host);
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
        var address = after
            .Json.GetProperty("NetworkSettings")
            .GetProperty("Networks")
            .GetProperty("benevoclic-network")
            .GetProperty("IPAddress")
            .GetString();
        Assert.Contains(
            "AddedByATest",
            await host.Machine.RunAsync("curl", "-s", $"http://{address}:9090/api/v1/rules"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Is_refused_when_it_is_broken_and_nothing_changes()
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "prometheus");
        var before = await PrometheusAsync(host);
        var live = await File.ReadAllTextAsync(LiveRules(host), TestContext.Current.CancellationToken);
        using var checkout = new Checkout();
        await File.AppendAllTextAsync(
            checkout.PathOf(Rules),
            "\n  - name: added\n    rules:\n      - alert: Broken\n        expr: sum(\n",
            TestContext.Current.CancellationToken
        );

        var deploy = await Scenario
            .Start(host, ["deploy", "prometheus", "--yes"], Scenario.Variables(), checkout)
            .WaitAsync();

        Assert.Equal(1, deploy.ExitCode);
        Assert.Matches(@"promtool check[\s\S]*Broken", deploy.Error);
        var after = await PrometheusAsync(host);
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
        Assert.Equal(live, await File.ReadAllTextAsync(LiveRules(host), TestContext.Current.CancellationToken));
    }

    static string LiveRules(TestHost host) => host.FileOf("services/prometheus/live/alert_rules.yml");

    static async Task<Container> PrometheusAsync(TestHost host) =>
        (await host.ContainersAsync()).Single(container => container.Name == "benevoclic-prometheus");
}
