using Benevoclic.Deployment.Deploying;
using Benevoclic.Deployment.Images;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Deployment.Guides;

/// <summary>The person who follows a guide: a shell in this checkout, a key that opens the server, and a channel on Discord.</summary>
sealed class Reader : IAsyncDisposable
{
    const string Relay = "benevoclic/relay";

    static readonly Dictionary<string, string> NoVariables = [];
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("benevoclic-");
    readonly TestHost _host;
    readonly DiscordRecorder _discord;

    Reader(TestHost host, DiscordRecorder discord) => (_host, _discord) = (host, discord);

    public static async Task<Reader> AtAsync(TestHost host)
    {
        var reader = new Reader(host, await DiscordRecorder.StartAsync(host.Machine.Network.TestAddress));
        await reader.MoveInAsync();
        return reader;
    }

    /// <summary>The server runs everything, and has a release of the API before the one that serves.</summary>
    public async Task HasDeployedAsync()
    {
        await AddImagesAsync("v0");
        await AddImagesAsync("v1");
        await DeployAsync("v0", "api");
        await DeployAsync("v1");
        await HasALivingAlertChainAsync();
    }

    /// <summary>Others have our ports, and the API's container has the name of ours.</summary>
    public async Task HasTheOldSystemAsync()
    {
        foreach (var (name, port) in new[] { ("benevoclic-api", 3000), ("prometheus", 9090), ("grafana", 3001) })
        {
            var serve = "mkdir -p /www && echo old >/www/health && exec httpd -f -p 80 -h /www";
            await _host.DockerAsync(
                "run",
                "--detach",
                $"--name={name}",
                $"--publish={port}:80",
                "busybox:1.37",
                "sh",
                "-c",
                serve
            );
        }
    }

    public async Task<CommandResult> FollowAsync(Guide guide)
    {
        var fences = guide.Commands.Where(fence => !fence.IsLocal).ToList();
        var values = Values("v1");
        var unknown = fences.Where(fence => fence.HasValues).SelectMany(fence => fence.Names).Except(values.Keys);
        Assert.Equal([], unknown);
        using var script = new GuideScript(fences.Where(fence => fence.IsRun), "ssh root@$VPS_HOST bash -e");
        return await script.RunAsync(Repository.Root, values);
    }

    public async Task SeesARunningSystemAsync()
    {
        var status = await _host.Start(["status", "--host"], Values("v1")).WaitAsync();
        Assert.True(status.ExitCode == 0, status.ToString());
        Assert.Contains("ok", await Http.GetStringAsync(_host.Address(3000, "/health")), StringComparison.Ordinal);
        Assert.Contains(_discord.Posts, post => post.Colour == DiscordPost.Blue);
    }

    public async ValueTask DisposeAsync()
    {
        await _discord.DisposeAsync();
        _home.Delete(recursive: true);
    }

    async Task AddImagesAsync(string tag)
    {
        await _host.AddApiImageAsync(tag);
        var labels = new Dictionary<string, string> { ["release"] = tag };
        await _host.Registry.Client.DeriveAsync(Relay, TestImages.Built, Relay, tag, labels, NoVariables);
    }

    async Task DeployAsync(string tag, params string[] services)
    {
        var deploy = await _host.Start(["deploy", .. services, "--yes"], Values(tag)).WaitAsync();
        Assert.True(deploy.ExitCode == 0, deploy.ToString());
    }

    /// <summary>A server that has served for a while: Prometheus takes some time until its first alert is with Alertmanager.</summary>
    Task HasALivingAlertChainAsync() =>
        Eventually.TrueAsync(
            async () => (await _host.Start(["alerts", "--host"], Values("v1")).WaitAsync()).ExitCode == 0,
            TimeSpan.FromMinutes(2),
            () => "Watchdog is not with Alertmanager"
        );

    /// <summary>What the guides ask for, and what makes up for the internet: our registry, and the base of our images in it.</summary>
    Dictionary<string, string> Values(string tag) =>
        new(_host.Environment.Concat(Scenario.Variables(tag)))
        {
            ["OVH_SSH_KEY"] = PathOf("key"),
            ["BENEVOCLIC_STATE"] = PathOf("state"),
            ["BENEVOCLIC_REGISTRY"] = _host.Registry.Address,
            ["BENEVOCLIC_IMAGES"] = "benevoclic/",
            ["DOCKERHUB_USERNAME"] = "nobody",
            ["DOCKERHUB_TOKEN"] = "nothing",
            ["DISCORD_WEBHOOK_URL"] = _discord.WebhookUrl,
            ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = _host.Registry.Address,
            ["ContainerBaseImage"] = $"{_host.Registry.Address}/{TestImages.DotNet}",
            ["PATH"] = $"{_home.FullName}:{Environment.GetEnvironmentVariable("PATH")}",
        };

    /// <summary>A key in a file, and an `ssh` that has met the server before.</summary>
    async Task MoveInAsync()
    {
        await File.WriteAllTextAsync(PathOf("key"), _host.Ssh.PrivateKey);
        await File.WriteAllTextAsync(
            PathOf("ssh"),
            $"""
            #!/bin/sh
            exec /usr/bin/ssh -i {PathOf("key")} -o StrictHostKeyChecking=no -o UserKnownHostsFile={PathOf(
                "known_hosts"
            )} -o LogLevel=ERROR "$@"

            """
        );
        await Shell.RunAsync("/", NoVariables, "chmod", "700", PathOf("key"), PathOf("ssh"));
    }

    string PathOf(string name) => Path.Combine(_home.FullName, name);
}
