using Benevoclic.Deployment;
using Benevoclic.Deployment.Images;
using Benevoclic.Deployment.Server;

namespace Benevoclic.Swarm;

/// <summary>
/// Three Debian servers with Docker and SSH, each of which reaches the others: the first is the test host, with the registry of all. No swarm
/// yet.
/// </summary>
public sealed class TestCluster : IAsyncDisposable
{
    const int Size = 3;

    readonly List<Machine> _more = [];
    readonly List<Engine> _engines = [];
    readonly List<SshServer> _doors = [];

    TestCluster(TestHost first)
    {
        First = first;
        _engines.Add(first.Engine);
        _doors.Add(first.Ssh);
    }

    /// <summary>The server that the command talks to.</summary>
    public TestHost First { get; }

    public IReadOnlyList<Machine> Machines => [First.Machine, .. _more];

    public IReadOnlyList<Engine> Engines => _engines;

    public IReadOnlyList<SshServer> Doors => _doors;

    public Lan Lan { get; private set; } = null!;

    public static async Task<TestCluster> StartAsync()
    {
        var cluster = new TestCluster(await TestHost.StartAsync());
        try
        {
            var images = await TestImages.GetAsync();
            for (var number = 1; number < Size; number++)
            {
                cluster._more.Add(await Machine.StartAsync(images.Tree, []));
            }
            await cluster.ConnectAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a server's engine; the containers that a dead one has left end before.</summary>
    public Task StartEngineAsync(int machine) => _engines[machine].StartAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var machine in _more)
        {
            await machine.DisposeAsync();
        }
        await First.DisposeAsync();
    }

    async Task ConnectAsync()
    {
        Lan = await Lan.ConnectAsync(Machines);
        await Lan.RouteAsync(0, First.Machine.Network.PublicAddress);
        for (var number = 0; number < Size; number++)
        {
            await Machines[number]
                .ShellAsync($"hostname node{number + 1}; echo 127.0.0.1 localhost node{number + 1} >/etc/hosts");
        }
        // Only now, because an engine keeps the name that its machine had when it started.
        await First.Engine.StopAsync();
        await First.Engine.StartAsync();
        foreach (var machine in _more)
        {
            var (engine, door) = (new Engine(machine, First.Registry), new SshServer(machine));
            await engine.ConfigureAsync();
            await door.StartAsync(First.Ssh.PrivateKey);
            await engine.StartAsync();
            _engines.Add(engine);
            _doors.Add(door);
        }
    }
}
