using System.Text.Json;

namespace Benevoclic.Deployment.Servers;

/// <summary>The verbs that work on what runs: status, logs, start, stop, restart, lock, unlock.</summary>
public sealed class RunningThere(SharedHost shared)
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Services_tell_how_they_do_and_are_stopped_and_started()
    {
        var host = await shared.FreshAsync();
        Assert.Equal(1, (await host.RunAsync("status", "--host")).ExitCode);
        var absent = await host.RunAsync("restart", "relay", "--host");
        Assert.Equal(1, absent.ExitCode);
        Assert.Contains("./benevoclic deploy relay", absent.Error, StringComparison.Ordinal);
        await DoneAsync(host, "deploy", "node-exporter", "alertmanager", "--yes");

        var exporter = await StatusAsync(host, "node-exporter");
        Assert.Equal("healthy", exporter.GetProperty("state").GetString());
        Assert.EndsWith("%", exporter.GetProperty("cpu").GetString(), StringComparison.Ordinal);
        Assert.Contains("B / ", exporter.GetProperty("memory").GetString(), StringComparison.Ordinal);
        Assert.Contains("✓ healthy", await DoneAsync(host, "status", "--host"), StringComparison.Ordinal);
        Assert.Equal("absent", (await StatusAsync(host, "api")).GetProperty("state").GetString());

        await DoneAsync(host, "stop", "node-exporter", "--host");
        Assert.Equal(1, (await host.RunAsync("status", "--host")).ExitCode);
        Assert.Equal("stopped", (await StatusAsync(host, "node-exporter")).GetProperty("state").GetString());

        await DoneAsync(host, "start", "node-exporter", "--host");
        var before = await StartedAtAsync(host);
        await DoneAsync(host, "restart", "node-exporter", "--host");
        Assert.NotEqual(before, await StartedAtAsync(host));
        Assert.Equal("healthy", (await StatusAsync(host, "node-exporter")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Logs_of_all_services_come_by_time_and_go_on_until_interrupted_or_the_network_is_cut()
    {
        var host = await shared.FreshAsync();
        await DoneAsync(host, "deploy", "node-exporter", "alertmanager", "--yes");

        var lines = (await DoneAsync(host, "logs", "--host", "-n", "1000")).Split('\n');
        Assert.Contains(lines, line => line.Contains("node-exporter", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("alertmanager", StringComparison.Ordinal));
        Assert.Equal(lines.Select(line => line[..8]).Order(StringComparer.Ordinal), lines.Select(line => line[..8]));
        Assert.Single((await DoneAsync(host, "logs", "alertmanager", "--host", "-n", "1")).Split('\n'));

        using var follow = await FollowAsync(host);
        await host.DockerAsync("kill", "--signal=HUP", "benevoclic-alertmanager");
        await follow.PrintsAsync("Loading configuration file", Soon);
        await follow.InterruptAsync();
        var ended = follow.WaitAsync();
        await ended.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ended).ExitCode);
        await NobodyFollowsAsync(host);

        using var cutOff = await FollowAsync(host);
        await host.CutNetworkAsync();
        try
        {
            await cutOff.PrintsAsync("broke: it was closed", TimeSpan.FromSeconds(60));
            var lost = await cutOff.WaitAsync().WaitAsync(Soon, TestContext.Current.CancellationToken);
            Assert.Equal(1, lost.ExitCode);
        }
        finally
        {
            await host.RestoreNetworkAsync();
        }
        // The server learns of it when it next writes, which may be never.
        await host.Machine.TryAsync("pkill", "-f", "sshd.*@notty");
        await NobodyFollowsAsync(host);
    }

    [Fact]
    public async Task A_frozen_host_refuses_deploys_and_says_why()
    {
        var host = await shared.FreshAsync();

        await DoneAsync(host, "lock", "--reason", "the disk's being mended");
        var deploy = await host.RunAsync("deploy", "node-exporter", "--yes");
        var again = await host.RunAsync("lock", "--reason", "me too");
        var plan = await host.RunAsync("plan", "node-exporter");

        foreach (var refused in new[] { deploy, again })
        {
            Assert.Equal(3, refused.ExitCode);
            Assert.Contains("the disk's being mended", refused.Error, StringComparison.Ordinal);
        }
        Assert.Contains("the disk's being mended", plan.Output, StringComparison.Ordinal);
        Assert.Empty(await host.ContainersAsync());
        Assert.Contains("allowed again", await DoneAsync(host, "unlock"), StringComparison.Ordinal);
        Assert.Contains("were not frozen", await DoneAsync(host, "unlock"), StringComparison.Ordinal);
    }

    static async Task<CliRun> FollowAsync(TestHost host)
    {
        var follow = host.Start(["logs", "alertmanager", "--host", "-n", "0", "-f"]);
        await Eventually.TrueAsync(() => IsFollowedAsync(host), Soon, () => follow.Error);
        return follow;
    }

    static Task NobodyFollowsAsync(TestHost host) =>
        Eventually.TrueAsync(async () => !await IsFollowedAsync(host), Soon, () => "docker logs goes on on the server");

    static async Task<bool> IsFollowedAsync(TestHost host) =>
        (await host.ProcessesAsync()).Contains("logs --timestamps --follow", StringComparison.Ordinal);

    static async Task<string> DoneAsync(TestHost host, params string[] arguments)
    {
        var result = await host.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"{string.Join(' ', arguments)}: {result}");
        return result.Output;
    }

    static async Task<JsonElement> StatusAsync(TestHost host, string service)
    {
        var status = await host.RunAsync("status", "--host", "--json");
        return JsonDocument
            .Parse(status.Output)
            .RootElement.GetProperty("services")
            .EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == service);
    }

    static async Task<DateTimeOffset> StartedAtAsync(TestHost host) =>
        (await host.ContainersAsync()).Single(one => one.Name == "benevoclic-node-exporter").StartedAt;
}
