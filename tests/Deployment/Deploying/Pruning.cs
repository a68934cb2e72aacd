namespace Benevoclic.Deployment.Deploying;

public sealed class Pruning(SharedHost shared)
{
    const int Megabyte = 1024;

    [Fact]
    public async Task Leaves_three_good_releases_that_still_roll_back_and_touches_nothing_of_others()
    {
        var host = await shared.GetAsync();
        var releases = new List<string> { await Scenario.ServingV1Async(host) };
        foreach (var tag in new[] { "v2", "v3", "v4", "v5" })
        {
            await host.AddApiImageAsync(tag);
            await Scenario.DeployedAsync(host, tag, "api");
            releases.Add(await Scenario.LiveReleaseAsync(host));
        }
        await host.DockerAsync("run", "--detach", "--name=stranger", "busybox:1.37", "sleep", "1000");
        await host.DockerAsync("create", "--name=waiting", "benevoclic/api:v1");
        await host.DockerAsync("tag", "benevoclic/api:v2", "other/thing:1");
        await host.DockerAsync("tag", "busybox:1.37", "other/tool:1");

        var unasked = await RunAsync(host, "prune");
        Assert.Equal(releases, await ReleasesAsync(host));
        var prune = await RunAsync(host, "prune", "--yes");

        Assert.Equal(2, unasked.ExitCode);
        Assert.True(prune.ExitCode == 0, prune.ToString());
        Assert.Contains($"- api {releases[0]}: good", prune.Output, StringComparison.Ordinal);
        Assert.Contains($"- api {releases[1]}: good", prune.Output, StringComparison.Ordinal);
        Assert.Contains("Freed ", prune.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"= api: {releases[4]} (serves), {releases[3]} (good), {releases[2]} (good)",
            prune.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(releases[2..], await ReleasesAsync(host));
        var images = await host.DockerAsync("images", "--format", "{{.Repository}}:{{.Tag}}");
        Assert.Equal(
            ["v1", "v3", "v4", "v5"],
            images
                .Split('\n')
                .Where(image => image.StartsWith("benevoclic/api:", StringComparison.Ordinal))
                .Select(image => image.Split(':')[1])
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("other/thing:1", images, StringComparison.Ordinal);
        Assert.Contains("other/tool:1", images, StringComparison.Ordinal);
        var names = (await host.ContainersAsync()).ToLookup(container => container.Name, one => one.IsRunning);
        Assert.Equal([true], names["stranger"]);
        Assert.Equal([false], names["waiting"]);

        await using var load = host.StartLoad();
        foreach (var release in new[] { releases[3], releases[2] })
        {
            var back = await RunAsync(host, "rollback", "api", "--yes");
            Assert.True(back.ExitCode == 0, back.ToString());
            Assert.Equal(release, await Scenario.LiveReleaseAsync(host));
        }
        Assert.Empty((await load.StopAsync()).Failures);
        Assert.Contains(
            "Nothing was removed.",
            (await RunAsync(host, "prune", "--yes")).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Is_done_by_a_deploy_that_finds_too_little_room()
    {
        var host = await shared.GetAsync();
        await host.ResetAsync();
        using var checkout = new Checkout();
        foreach (var memory in new[] { 64, 65, 66, 67 })
        {
            await LimitAsync(checkout, memory);
            var deploy = await DeployAsync(host, checkout);
            Assert.True(deploy.ExitCode == 0, deploy.ToString());
        }
        var oldest = Directory.GetDirectories(host.FileOf("services/node-exporter/releases")).Order().First();
        await LimitAsync(checkout, 68);
        await host.Machine.RunAsync(
            "fallocate",
            "--length=300M",
            $"{TestHost.Folder}/services/node-exporter/releases/{Path.GetFileName(oldest)}/ballast"
        );

        await host.LeaveOnDiskAsync(1900 * Megabyte);
        var enough = await DeployAsync(host, checkout);
        await LimitAsync(checkout, 69);
        await host.LeaveOnDiskAsync(1000 * Megabyte);
        var refused = await DeployAsync(host, checkout);
        await host.FreeDiskAsync();

        Assert.True(enough.ExitCode == 0, enough.ToString());
        Assert.Contains("pruning 1 releases: 1.9 GB free for /opt/benevoclic", enough.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(oldest));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains(
            "1000 MB free for /opt/benevoclic, and a deploy needs 2.0 GB",
            refused.Error,
            StringComparison.Ordinal
        );
    }

    static Task<CommandResult> RunAsync(TestHost host, params string[] words) =>
        Scenario.Start(host, words, Scenario.Variables("v5")).WaitAsync();

    static Task<CommandResult> DeployAsync(TestHost host, Checkout checkout) =>
        Scenario.Start(host, ["deploy", "node-exporter", "--yes"], Scenario.Variables(), checkout).WaitAsync();

    /// <summary>Another definition, so another release.</summary>
    static async Task LimitAsync(Checkout checkout, int memory)
    {
        var compose = checkout.PathOf("stack/node-exporter/compose.yaml");
        var lines = (await File.ReadAllLinesAsync(compose)).Select(line =>
            line.TrimStart().StartsWith("memory:", StringComparison.Ordinal) ? $"          memory: {memory}M" : line
        );
        await File.WriteAllLinesAsync(compose, lines);
    }

    /// <summary>The releases of the API that have a folder and a container.</summary>
    static async Task<IEnumerable<string>> ReleasesAsync(TestHost host)
    {
        var folders = Directory.GetDirectories(host.FileOf("services/api/releases")).Select(Path.GetFileName);
        var containers = (await host.ContainersAsync())
            .Where(container => container.Labels.GetValueOrDefault("benevoclic.service") == "api")
            .Select(container => container.Labels["benevoclic.release"]);
        return folders.OfType<string>().Intersect(containers).Order(StringComparer.Ordinal);
    }
}
