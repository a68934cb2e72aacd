using System.Text.Json;

namespace Benevoclic.Deployment.Server;

/// <summary>The machine's Docker Engine, at its usual socket.</summary>
/// <param name="registry">Where it finds the images of Docker Hub, and of the registry itself; there is no other way out.</param>
public sealed class Engine(Machine machine, Registry registry)
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    readonly Daemon _daemon = new(machine, "dockerd", "dockerd");

    public string Log => _daemon.Log;

    /// <summary>What the machine's owner has set before any of us comes: an engine must run with it, whoever starts it.</summary>
    public async Task ConfigureAsync()
    {
        var file = machine.PathOf("/etc/docker/daemon.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var configuration = new Dictionary<string, object>
        {
            ["cgroup-parent"] = $"/{machine.Name}",
            ["registry-mirrors"] = new[] { $"http://{registry.Address}" },
            ["insecure-registries"] = new[] { registry.Address },
        };
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(configuration));
    }

    public Task StartAsync() => _daemon.StartAsync(StartLimit, "docker", "version");

    public Task StopAsync() => _daemon.StopAsync();
}
