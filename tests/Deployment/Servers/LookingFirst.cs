namespace Benevoclic.Deployment.Servers;

/// <summary>`preflight`.</summary>
public sealed class LookingFirst(SharedHost shared)
{
    static readonly Dictionary<string, string> Ready = new()
    {
        ["MONITORING_PASSWORD"] = "nobody-may-see-this",
        ["BENEVOCLIC_TAG"] = "v1",
    };

    [Fact]
    public async Task A_host_that_is_ready_is_told_so_and_left_as_it_is()
    {
        var host = await shared.FreshAsync();
        await host.AddApiImageAsync("v1");
        var files = await host.Machine.RunAsync("find", TestHost.Folder);

        var result = await host.Start(["preflight"], Ready).WaitAsync();

        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
        Assert.Contains("✓ Docker Engine", result.Output, StringComparison.Ordinal);
        Assert.Contains("✓ benevoclic/api:v1 can be pulled", result.Output, StringComparison.Ordinal);
        Assert.Contains("✓ Its clock agrees with ours", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody-may-see-this", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(files, await host.Machine.RunAsync("find", TestHost.Folder));
        Assert.Empty(await host.ContainersAsync());
    }

    [Fact]
    public async Task Every_problem_is_told_at_once()
    {
        var host = await shared.FreshAsync();
        await host.DockerAsync("run", "-d", "--name", "thief", "-p", "3000:80", "busybox:1.37", "sleep", "60");
        await host.DockerAsync("run", "-d", "--name", "stranger", "-p", "8080:80", "busybox:1.37", "sleep", "60");
        await host.DockerAsync(
            "run",
            "-d",
            "--name",
            "quiet",
            "-p",
            "127.0.0.1:8081:80",
            "busybox:1.37",
            "sleep",
            "60"
        );

        var result = await host.Start(
                ["preflight"],
                new Dictionary<string, string> { ["BENEVOCLIC_TAG"] = "never-built", ["MONITORING_PASSWORD"] = "" }
            )
            .WaitAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.True(
            result.Output.Contains("✗ Port 3000 is taken by the container thief", StringComparison.Ordinal),
            result.ToString()
        );
        Assert.Contains("stranger, which is not ours, opens port 8080", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("8081", result.Output, StringComparison.Ordinal);
        Assert.Contains("✗ benevoclic/api:never-built is neither", result.Output, StringComparison.Ordinal);
        Assert.Contains("✗ The secret MONITORING_PASSWORD", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_key_that_changed_is_one_problem_among_the_others()
    {
        var host = await shared.GetAsync();

        var result = await host.Start(
                ["preflight"],
                new Dictionary<string, string> { ["VPS_HOST_KEY"] = "SHA256:another", ["MONITORING_PASSWORD"] = "" }
            )
            .WaitAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("expected SHA256:another", result.Output, StringComparison.Ordinal);
        Assert.Contains("✗ The secret MONITORING_PASSWORD", result.Output, StringComparison.Ordinal);
    }
}
