namespace Benevoclic.Deployment.Harness;

public sealed class ServerTests(SharedHost shared)
{
    [Fact]
    public async Task Ssh_with_the_key_reaches_docker_and_compose()
    {
        var host = await shared.GetAsync();
        var key = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(key, host.Ssh.PrivateKey, TestContext.Current.CancellationToken);

            var result = await SshAsync(host, key, "docker version --format {{.Server.Os}} && docker compose version");

            Assert.Equal(0, result.ExitCode);
            Assert.StartsWith("linux\nDocker Compose version", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(key);
        }
    }

    [Fact]
    public async Task An_image_of_docker_hub_is_pulled_and_runs()
    {
        var host = await shared.GetAsync();

        var said = await host.DockerAsync("run", "--rm", "busybox:1.37", "echo", "hello");

        Assert.Equal("hello", said);
        var image = await host.InspectAsync("busybox:1.37");
        Assert.StartsWith("busybox@sha256:", image.GetProperty("RepoDigests")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_registry_a_pull_fails_at_once()
    {
        var host = await shared.GetAsync();
        await host.Registry.StopAsync();
        try
        {
            var pull = await host.Machine.TryAsync("timeout", "20", "docker", "pull", "caddy:latest");

            Assert.Equal(1, pull.ExitCode);
        }
        finally
        {
            await host.Registry.StartAsync();
        }
    }

    [Fact]
    public async Task A_cut_network_is_silent_for_administrators_and_unnoticed_by_users()
    {
        var host = await shared.GetAsync();
        await host.DockerAsync(
            "run",
            "--detach",
            "--rm",
            "--name=web",
            "--publish=8080:80",
            "busybox:1.37",
            "httpd",
            "-f"
        );
        await host.CutNetworkAsync();
        try
        {
            var admin = await ConnectAsync(host.Machine.Network.AdminAddress, 22);
            var user = await ConnectAsync(host.Machine.Network.PublicAddress, 8080);

            Assert.Equal(28, admin.ExitCode);
            Assert.Contains("404", user.Output, StringComparison.Ordinal);
        }
        finally
        {
            await host.RestoreNetworkAsync();
            await host.DockerAsync("rm", "--force", "web");
        }
        Assert.Contains(
            "SSH-2.0",
            (await ConnectAsync(host.Machine.Network.AdminAddress, 22)).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_full_disk_takes_nothing_more_until_it_is_freed()
    {
        var host = await shared.GetAsync();
        var file = host.FileOf("filler");
        await host.FillDiskAsync();

        await Assert.ThrowsAsync<IOException>(() => WriteAsync(file));

        await host.FreeDiskAsync();
        await WriteAsync(file);
        File.Delete(file);
    }

    [Fact]
    public async Task Nothing_of_a_machine_is_left_when_it_is_gone()
    {
        var host = await shared.GetAsync();
        string name;
        await using (var other = await TestHost.StartAsync())
        {
            name = other.Machine.Name;
            Assert.NotEqual(host.Machine.Network.PublicAddress, other.Machine.Network.PublicAddress);
            await other.DockerAsync("run", "--detach", "busybox:1.37", "sleep", "1000");
        }

        Assert.False(Directory.Exists(Path.Combine(Repository.Root, "artifacts/test-host", name)));
        Assert.Empty(
            Directory.GetDirectories(
                "/sys/fs/cgroup",
                name,
                new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }
            )
        );
        Assert.DoesNotContain(name, await File.ReadAllTextAsync("/proc/mounts", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_pinned_image_runs_its_service_as_compose_does()
    {
        var host = await shared.FreshAsync();
        using var checkout = new Checkout();
        await host.Machine.CopyInAsync(Path.Combine(checkout.Root, "stack"), "/srv");

        foreach (var service in new[] { "alertmanager", "grafana", "node-exporter", "prometheus" })
        {
            await host.DockerAsync("compose", "--file", $"/srv/stack/{service}/compose.yaml", "up", "--detach");
        }
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

        var containers = await host.ContainersAsync();
        await host.ResetAsync();
        Assert.Equal(4, containers.Count);
        Assert.All(
            containers,
            container => Assert.True(container is { IsRunning: true, Restarts: 0 }, container.ToString())
        );
    }

    [Fact]
    public async Task A_server_without_docker_can_install_it()
    {
        await shared.GetAsync();
        await using var host = await TestHost.StartWithoutDockerAsync();
        Assert.Equal(127, (await host.Machine.TryAsync("docker", "version")).ExitCode);

        await host.Machine.ShellAsync(
            "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends docker.io docker-cli docker-compose"
        );
        await host.Machine.RunAsync("service", "docker", "start");

        await Eventually.TrueAsync(
            async () => (await host.Machine.TryAsync("docker", "run", "--rm", "busybox:1.37", "true")).ExitCode == 0,
            TimeSpan.FromSeconds(30),
            () => "no container runs"
        );
    }

    [Fact]
    public async Task A_user_outside_of_the_docker_group_may_log_in_and_not_use_docker()
    {
        var host = await shared.GetAsync();
        await host.Ssh.AddUserAsync("deployer", "docker");
        await host.Ssh.AddUserAsync("visitor");
        var key = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(key, host.Ssh.PrivateKey, TestContext.Current.CancellationToken);

            Assert.Equal(0, (await SshAsync(host, key, "docker ps", "deployer")).ExitCode);
            Assert.Contains(
                "permission denied",
                (await SshAsync(host, key, "docker ps", "visitor")).Error,
                StringComparison.Ordinal
            );
        }
        finally
        {
            File.Delete(key);
        }
    }

    static Task WriteAsync(string file) =>
        File.WriteAllBytesAsync(file, new byte[1 << 20], TestContext.Current.CancellationToken);

    static Task<CommandResult> SshAsync(TestHost host, string key, string command, string user = "root") =>
        Shell.RunAsync(
            "/",
            new Dictionary<string, string>(),
            "ssh",
            "-i",
            key,
            "-o",
            "StrictHostKeyChecking=no",
            "-o",
            "UserKnownHostsFile=/dev/null",
            $"{user}@{host.Machine.Network.AdminAddress}",
            command
        );

    /// <summary>curl ends with 28 when it was left waiting.</summary>
    static Task<CommandResult> ConnectAsync(string address, int port) =>
        Shell.RunAsync(
            "/",
            new Dictionary<string, string>(),
            "curl",
            "--noproxy",
            "*",
            "--http0.9",
            "--silent",
            "--include",
            "--max-time",
            "2",
            $"http://{address}:{port}/"
        );
}
