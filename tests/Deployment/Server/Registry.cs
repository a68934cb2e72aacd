using Benevoclic.Deployment.Images;

namespace Benevoclic.Deployment.Server;

/// <summary>An image registry: the engine's mirror of Docker Hub, and where our own images are pushed. Without TLS.</summary>
public sealed class Registry(Machine machine)
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    const string Configuration = "/etc/docker-registry.yml";

    readonly Daemon _daemon = new(machine, "docker-registry", "docker-registry", "serve", Configuration);

    /// <summary>Host and port, the same from this machine, from the test machine and from its containers.</summary>
    public string Address => $"{machine.Network.PublicAddress}:5000";

    public string Log => _daemon.Log;

    public async Task StartAsync()
    {
        await File.WriteAllTextAsync(
            machine.PathOf(Configuration),
            $"""
            version: 0.1
            log:
              level: warn
              accesslog:
                disabled: true
            storage:
              filesystem:
                rootdirectory: /var/lib/registry
            http:
              addr: {Address}
            """
        );
        await _daemon.StartAsync(StartLimit, "curl", "-fs", $"http://{Address}/v2/");
    }

    public Task StopAsync() => _daemon.StopAsync();

    /// <summary>How to add, copy and vary images in it.</summary>
    public RegistryClient Client => new(new Uri($"http://{Address}/"));
}
