using System.Runtime.InteropServices;
using Benevoclic.Deployment.Server;

namespace Benevoclic.Deployment.Deploying;

/// <summary>`--host local`: the command runs on the server, with the runtime and the checkout that somebody brought there.</summary>
public sealed class OnTheHostItself(SharedHost shared) : IAsyncLifetime
{
    const string Place = "/srv/benevoclic-tests";

    // Null where the tests are skipped.
    TestHost? _host;

    Machine Server => _host!.Machine;

    public async ValueTask InitializeAsync()
    {
        _host = await shared.GetAsync();
        await _host.ResetAsync();
        using var checkout = new Checkout();
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var dotnet = runtime.Parent!.Parent!.Parent!.FullName;
        await Server.RunAsync("mkdir", "-p", $"{Place}/shared/{runtime.Parent.Name}");
        await Server.CopyInAsync(runtime.FullName.TrimEnd('/'), $"{Place}/shared/{runtime.Parent.Name}");
        await Server.CopyInAsync(Path.Combine(dotnet, "dotnet"), Place);
        await Server.CopyInAsync(Path.Combine(dotnet, "host"), Place);
        await Server.CopyInAsync(Path.Combine(Repository.Root, "artifacts/bin/Cli/release"), $"{Place}/cli");
        await Server.CopyInAsync(checkout.Root, $"{Place}/checkout");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await Server.RunAsync("rm", "-rf", Place);
        }
    }

    [Fact]
    public async Task A_service_is_planned_deployed_and_opened_without_SSH()
    {
        var before = await RunAsync("plan", "node-exporter", "--host", "local");
        var deploy = await RunAsync("deploy", "node-exporter", "--host", "local", "--yes");
        var after = await RunAsync("plan", "node-exporter", "--host", "local");
        var open = await RunAsync("open", "node-exporter", "--host", "local");

        Assert.True(before.ExitCode == 10, before.ToString());
        Assert.True(deploy.ExitCode == 0, deploy.ToString());
        Assert.True(after.ExitCode == 0, after.ToString());
        Assert.Contains(
            await _host!.ContainersAsync(),
            container => container is { Name: "benevoclic-node-exporter", IsRunning: true }
        );
        Assert.True(open.ExitCode == 0, open.ToString());
        var page = open.Output.Split(' ', '\n').Single(word => word.StartsWith("http://", StringComparison.Ordinal));
        Assert.Contains("node_", await Server.RunAsync("curl", "-sf", $"{page}metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deploy_that_fails_is_undone_without_SSH_too()
    {
        var first = await RunAsync("deploy", "node-exporter", "--host", "local", "--yes");
        await Server.RunAsync(
            "sed",
            "-i",
            "s|--web.listen-address=0.0.0.0:9100|--no-such-option|",
            $"{Place}/checkout/stack/node-exporter/compose.yaml"
        );

        var second = await RunAsync("deploy", "node-exporter", "--host", "local", "--yes");

        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.True(second.ExitCode == 1, second.ToString());
        Assert.True(
            second.Output.Contains("node-exporter: undone", StringComparison.Ordinal),
            $"{second}\n{await File.ReadAllTextAsync(_host!.FileOf("journal.jsonl"), TestContext.Current.CancellationToken)}"
        );
        Assert.Contains(
            await _host!.ContainersAsync(),
            container => container is { Name: "benevoclic-node-exporter", IsRunning: true }
        );
    }

    [Fact]
    public async Task A_container_made_by_hand_has_no_release()
    {
        await _host!.DockerAsync("run", "--detach", "--name=benevoclic-relay", "busybox:1.37", "sleep", "1000");

        var status = await RunAsync("status", "--host", "local");

        Assert.Contains("relay", status.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no value", status.ToString(), StringComparison.Ordinal);
    }

    Task<CommandResult> RunAsync(params string[] words) =>
        Server.TryAsync([
            "env",
            $"BENEVOCLIC_ROOT={Place}/checkout",
            "BENEVOCLIC_HOST__WATCH=0",
            "MONITORING_PASSWORD=unused",
            $"{Place}/dotnet",
            $"{Place}/cli/benevoclic.dll",
            .. words,
        ]);
}
