namespace Benevoclic.Deployment.Server;

/// <summary>The machine's Docker Engine, at its usual socket.</summary>
/// <param name="registry">Where it finds the images of Docker Hub, and of the registry itself; there is no other way out.</param>
public sealed class Engine(Machine machine, Registry registry)
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    readonly Daemon _daemon = new(
        machine,
        "dockerd",
        "dockerd",
        $"--cgroup-parent=/{machine.Name}",
        $"--registry-mirror=http://{registry.Address}",
        $"--insecure-registry={registry.Address}"
    );

    public string Log => _daemon.Log;

    public Task StartAsync() => _daemon.StartAsync(StartLimit, "docker", "version");

    public Task StopAsync() => _daemon.StopAsync();
}
