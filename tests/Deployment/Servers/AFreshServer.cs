namespace Benevoclic.Deployment.Servers;

/// <summary>`setup`, on a server as one gets it from a provider.</summary>
public sealed class AFreshServer
{
    [Fact]
    public async Task Is_made_ready_and_a_second_time_left_as_it_is()
    {
        Assert.SkipWhen(Needs.Missing is not null, Needs.Missing ?? "");
        await using var host = await TestHost.StartWithoutDockerAsync();

        var stranger = await host.Start(["setup"], new Dictionary<string, string> { ["VPS_HOST_KEY"] = "" })
            .WaitAsync();
        Assert.Equal(1, stranger.ExitCode);
        Assert.Contains($"VPS_HOST_KEY={host.Ssh.Fingerprint}", stranger.Error, StringComparison.Ordinal);

        var first = await host.RunAsync("setup", "--user", "deployer");
        TestContext.Current.TestOutputHelper?.WriteLine(first.ToString());
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.Contains("~ installed", first.Output, StringComparison.Ordinal);
        await host.DockerAsync("network", "inspect", "benevoclic-network");
        Assert.Contains("docker", await host.Machine.RunAsync("id", "-nG", "deployer"), StringComparison.Ordinal);
        Assert.Equal("deployer", await host.Machine.RunAsync("stat", "-c", "%U", $"{TestHost.Folder}/services"));

        var second = await host.RunAsync("setup", "--user", "deployer");
        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Contains("was ready: nothing was changed", second.Output, StringComparison.Ordinal);

        await host.Machine.ShellAsync(
            """
            install -d -m 700 -o deployer -g deployer /home/deployer/.ssh
            install -m 600 -o deployer -g deployer /root/.ssh/authorized_keys /home/deployer/.ssh/authorized_keys
            """
        );
        var own = await host.Start(["setup"], new Dictionary<string, string> { ["VPS_USERNAME"] = "deployer" })
            .WaitAsync();
        Assert.True(own.ExitCode == 0, own.ToString());
        Assert.Contains("was ready: nothing was changed", own.Output, StringComparison.Ordinal);
    }
}
