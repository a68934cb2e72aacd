namespace Benevoclic.Deployment.Deploying;

/// <summary>A deploy that finds no room, or no image.</summary>
public sealed class Lacking(SharedHost shared)
{
    [Fact]
    public async Task Room_on_the_disk_is_refused_before_anything_is_changed()
    {
        var host = await shared.GetAsync();
        var release = await Scenario.ServingV1Async(host);
        await host.AddApiImageAsync("v2");

        await host.FillDiskAsync();
        var full = await Scenario.Start(host, "v2", "api").WaitAsync();
        await host.FreeDiskAsync();

        Assert.Equal(1, full.ExitCode);
        Assert.Contains(
            "4 KB free for /opt/benevoclic, and a deploy needs 2.0 GB",
            full.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(release, await Scenario.LiveReleaseAsync(host));
        Assert.DoesNotContain("benevoclic/api:v2", await host.DockerAsync("images"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Room_that_goes_while_it_pulls_is_an_error_and_the_old_release_serves()
    {
        var host = await shared.GetAsync();
        var release = await Scenario.ServingV1Async(host);
        await host.AddApiImageAsync("v2");
        await using var load = host.StartLoad();

        using var deploy = Scenario.Start(host, "v2", "api");
        await deploy.PrintsAsync("pulling", TimeSpan.FromSeconds(60));
        await host.FillDiskAsync();
        var full = await deploy.WaitAsync();
        await host.FreeDiskAsync();

        Assert.Equal(1, full.ExitCode);
        Assert.Contains("No space left on device", full.Error, StringComparison.Ordinal);
        Assert.Equal(release, await Scenario.LiveReleaseAsync(host));
        await Scenario.DeployedAsync(host, "v2", "api");
        Assert.Empty((await load.StopAsync()).Failures);
    }

    [Fact]
    public async Task A_registry_is_an_error_and_the_old_release_serves()
    {
        var host = await shared.GetAsync();
        var release = await Scenario.ServingV1Async(host);
        await host.AddApiImageAsync("v2");

        var unknown = await Scenario.Start(host, "never-built", "api").WaitAsync();
        await host.Registry.StopAsync();
        var gone = await Scenario.Start(host, "v2", "api").WaitAsync();
        await host.Registry.StartAsync();

        Assert.Equal((1, 1), (unknown.ExitCode, gone.ExitCode));
        Assert.Contains("benevoclic/api:never-built cannot be pulled", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("benevoclic/api:v2 cannot be pulled", gone.Error, StringComparison.Ordinal);
        Assert.Equal(release, await Scenario.LiveReleaseAsync(host));
        await Scenario.DeployedAsync(host, "v2", "api");
    }
}
