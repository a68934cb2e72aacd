using System.Text.Json;

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

    [Fact]
    public async Task An_image_that_was_pushed_again_under_its_name_is_told_and_not_taken()
    {
        var host = await shared.GetAsync();
        await Scenario.ServingV1Async(host);
        await host.AddApiImageAsync("v1", version: "-again");

        var plan = await host.Start(["plan", "api", "proxy"], Scenario.Variables()).WaitAsync();
        var deploy = await Scenario.Start(host, "v1", "api", "proxy").WaitAsync();

        Assert.Equal((0, 0), (plan.ExitCode, deploy.ExitCode));
        foreach (var output in new[] { plan.Output, deploy.Output })
        {
            Assert.Contains(
                "api: the registry has another image as benevoclic/api:v1 now",
                output,
                StringComparison.Ordinal
            );
        }
        Assert.DoesNotContain("proxy: the registry", plan.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_value_changed_in_the_checkout_is_named_and_not_told()
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();
        await host.AddApiImageAsync("v1");
        await Scenario.DeployedAsync(host, "v1", "api", "proxy");
        using var checkout = new Checkout();
        var compose = checkout.PathOf("stack/api/compose.yaml");
        var text = await File.ReadAllTextAsync(compose, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            compose,
            text.Replace("NODE_ENV: production", "NODE_ENV: a-value-of-mine", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var variables = Scenario.Variables();
        variables["MONITORING_PASSWORD"] = "another-password";

        var plan = await Scenario.Start(host, ["plan", "api", "proxy"], variables, checkout).WaitAsync();
        var json = await Scenario.Start(host, ["plan", "api", "proxy", "--json"], variables, checkout).WaitAsync();

        Assert.Equal((10, 10), (plan.ExitCode, json.ExitCode));
        Assert.Contains("environment: NODE_ENV changed", plan.Output, StringComparison.Ordinal);
        Assert.Contains("environment: MONITORING_PASSWORD changed", plan.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("a-value-of-mine|another-password", $"{plan} {json}");
        Assert.Equal([("api", "swap"), ("proxy", "recreate")], Ways(json.Output));
    }

    static IEnumerable<(string? Name, string? Way)> Ways(string json) =>
        JsonDocument
            .Parse(json)
            .RootElement.GetProperty("services")
            .EnumerateArray()
            .Select(service => (service.GetProperty("name").GetString(), service.GetProperty("way").GetString()))
            .OrderBy(service => service.Item1, StringComparer.Ordinal);

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
