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
        using var checkout = await WithARuleMoreAsync();

        var deploy = await DeployAsync(host, checkout);

        Assert.True(deploy.ExitCode == 0, deploy.ToString());
        Assert.Matches(@"prometheus: read back, it runs prometheus\.yml and \d+ rules in 4 groups", deploy.Output);
        var after = await PrometheusAsync(host);
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
        Assert.Contains("AddedByATest", await RulesAsync(host, after), StringComparison.Ordinal);

        var back = await Scenario.Start(host, ["rollback", "prometheus", "--yes"], Scenario.Variables()).WaitAsync();

        Assert.True(back.ExitCode == 0, back.ToString());
        Assert.Matches(@"prometheus: read back, it runs prometheus\.yml and \d+ rules in 3 groups", back.Output);
        Assert.DoesNotContain("AddedByATest", await RulesAsync(host, after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_done_by_alertmanager_in_the_same_way()
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "alertmanager");
        var before = await StartedAgainAsync(host, "alertmanager");
        using var checkout = new Checkout();
        var file = checkout.PathOf("stack/alertmanager/alertmanager.yml");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file,
            text.Replace("group_interval: 5s", "group_interval: 6s", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var deploy = await DeployAsync(host, checkout, "alertmanager");

        Assert.True(deploy.ExitCode == 0, deploy.ToString());
        Assert.Contains("alertmanager: read back, it runs alertmanager.yml", deploy.Output, StringComparison.Ordinal);
        var after = await ContainerAsync(host, "alertmanager");
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
    }

    [Fact]
    public async Task Is_undone_when_the_process_answers_well_and_runs_the_old_rules_on()
    {
        var host = await shared.FreshAsync();
        await Scenario.DeployedAsync(host, "v1", "prometheus");
        var before = await PrometheusAsync(host);
        await PinFilesAsync(host, before);
        using var checkout = await WithARuleMoreAsync();

        var deploy = await DeployAsync(host, checkout);

        Assert.Equal(1, deploy.ExitCode);
        Assert.Contains("alert_rules.yml: the process sees another text", deploy.Error, StringComparison.Ordinal);
        Assert.Contains("alert_rules.yml, group added: is not active", deploy.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "added",
            await File.ReadAllTextAsync(LiveRules(host), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var after = await PrometheusAsync(host);
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
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

        var deploy = await DeployAsync(host, checkout);

        Assert.Equal(1, deploy.ExitCode);
        Assert.Matches(@"promtool check[\s\S]*Broken", deploy.Error);
        var after = await PrometheusAsync(host);
        Assert.Equal((before.Id, before.StartedAt), (after.Id, after.StartedAt));
        Assert.Equal(live, await File.ReadAllTextAsync(LiveRules(host), TestContext.Current.CancellationToken));
    }

    static async Task<Checkout> WithARuleMoreAsync()
    {
        var checkout = new Checkout();
        await File.AppendAllTextAsync(
            checkout.PathOf(Rules),
            "\n  - name: added\n    rules:\n      - alert: AddedByATest\n        expr: vector(1) > 2\n"
        );
        return checkout;
    }

    static Task<CommandResult> DeployAsync(TestHost host, Checkout checkout, string service = "prometheus") =>
        Scenario.Start(host, ["deploy", service, "--yes"], Scenario.Variables(), checkout).WaitAsync();

    /// <summary>What a mounted single file does, or a folder that was replaced: the process goes on seeing what was there before.</summary>
    static Task PinFilesAsync(TestHost host, Container prometheus)
    {
        var process = prometheus.Json.GetProperty("State").GetProperty("Pid").GetInt32();
        return host.Machine.RunAsync(
            "nsenter",
            $"--target={process}",
            "--mount",
            "sh",
            "-c",
            "cp -r /etc/prometheus /tmp/pinned && mount --bind /tmp/pinned /etc/prometheus"
        );
    }

    /// <summary>It dies, and the engine brings it back: what it is remembered for is no fault of the release that comes next.</summary>
    static async Task<Container> StartedAgainAsync(TestHost host, string service)
    {
        var container = await ContainerAsync(host, service);
        await host.Machine.RunAsync(
            "kill",
            "-9",
            $"{container.Json.GetProperty("State").GetProperty("Pid").GetInt32()}"
        );
        await Eventually.TrueAsync(
            async () => (container = await ContainerAsync(host, service)) is { IsRunning: true, Restarts: 1 },
            TimeSpan.FromSeconds(20),
            container.ToString
        );
        return container;
    }

    static Task<string> RulesAsync(TestHost host, Container prometheus)
    {
        var address = prometheus
            .Json.GetProperty("NetworkSettings")
            .GetProperty("Networks")
            .GetProperty("benevoclic-network")
            .GetProperty("IPAddress")
            .GetString();
        return host.Machine.RunAsync("curl", "-s", $"http://{address}:9090/api/v1/rules");
    }

    static string LiveRules(TestHost host) => host.FileOf("services/prometheus/live/alert_rules.yml");

    static Task<Container> PrometheusAsync(TestHost host) => ContainerAsync(host, "prometheus");

    static async Task<Container> ContainerAsync(TestHost host, string service) =>
        (await host.ContainersAsync()).Single(container => container.Name == $"benevoclic-{service}");
}
