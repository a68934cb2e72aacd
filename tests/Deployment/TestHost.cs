using System.Globalization;
using System.Text.Json;
using Benevoclic.Deployment.Images;
using Benevoclic.Deployment.Server;
using Benevoclic.Deployment.Traffic;

namespace Benevoclic.Deployment;

/// <summary>A Debian server with Docker, Compose and SSH, a registry in its reach, and the command that deploys to it.</summary>
public sealed class TestHost : IAsyncDisposable
{
    /// <summary>Where the command keeps its files on a server.</summary>
    public const string Folder = "/opt/benevoclic";

    /// <summary>The init script raises limits first, which not every machine that runs tests allows; Docker runs without.</summary>
    const string KeepLimits = """
        DPkg::Post-Invoke { "sed -i 's/ulimit /true /' /etc/init.d/docker 2>/dev/null || true"; };

        """;

    const string ApiRepository = "benevoclic/api";

    readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("benevoclic-");

    TestHost(Machine machine)
    {
        Machine = machine;
        Registry = new Registry(machine);
        Engine = new Engine(machine, Registry);
        Ssh = new SshServer(machine);
    }

    public Machine Machine { get; }

    public Registry Registry { get; }

    public Engine Engine { get; }

    public SshServer Ssh { get; }

    /// <summary>What the command must know to reach this server as root.</summary>
    public Dictionary<string, string> Environment =>
        new()
        {
            ["VPS_HOST"] = Machine.Network.AdminAddress,
            ["VPS_PORT"] = "22",
            ["VPS_USERNAME"] = "root",
            ["VPS_HOST_KEY"] = Ssh.Fingerprint,
            ["OVH_SSH_KEY"] = Ssh.PrivateKey,
            ["BENEVOCLIC_PUBLIC_ADDRESS"] = $"http://{Machine.Network.PublicAddress}",
            ["BENEVOCLIC_STATE"] = _state.FullName,
            // Of the workflow that runs these tests: not ours to write to.
            ["GITHUB_STEP_SUMMARY"] = "",
            ["BENEVOCLIC_STORE"] = "sqlite",
            ["BENEVOCLIC_IDENTITY"] = "local",
            ["BENEVOCLIC_FILES"] = "disk",
        };

    /// <summary>A server that nothing was deployed to yet; everything runs when this returns.</summary>
    public static Task<TestHost> StartAsync() =>
        StartAsync(host => Task.WhenAll(host.Engine.StartAsync(), host.Ssh.StartAsync()));

    /// <summary>
    /// A server as one gets it from a provider: SSH and no Docker. Its apt-get can install Debian's docker.io, docker-cli, docker-compose and sudo
    /// without a network; there is no systemd, so `service docker start` starts it.
    /// </summary>
    public static Task<TestHost> StartWithoutDockerAsync() =>
        StartAsync(async host =>
        {
            await host.Machine.RunAsync([
                .. "env SUDO_FORCE_REMOVE=yes dpkg --purge docker.io docker-cli docker-compose containerd runc sudo".Split(
                    ' '
                ),
            ]);
            await host.Engine.ConfigureAsync();
            await File.WriteAllTextAsync(host.Machine.PathOf("/etc/apt/apt.conf.d/99-limits"), KeepLimits);
            await host.Ssh.StartAsync();
        });

    static async Task<TestHost> StartAsync(Func<TestHost, Task> startMore)
    {
        var images = await TestImages.GetAsync();
        var host = new TestHost(await Machine.StartAsync(images.Tree, images.RegistryLayers));
        try
        {
            await host.Engine.ConfigureAsync();
            await host.Registry.StartAsync();
            await startMore(host);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        _state.Delete(recursive: true);
    }

    /// <summary>Where users reach a port of the server.</summary>
    public Uri Address(int port, string path = "/") =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://{Machine.Network.PublicAddress}:{port}{path}"));

    /// <summary>Runs the command to its end.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => Start(arguments).WaitAsync();

    /// <summary>Starts the command, to be killed or frozen on its way.</summary>
    /// <param name="arguments">What is typed.</param>
    /// <param name="more">Variables that are added, or win.</param>
    /// <param name="checkout">Another checkout than this one: see <see cref="Checkout"/>.</param>
    /// <param name="input">What is piped into it.</param>
    public CliRun Start(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? more = null,
        string? checkout = null,
        string input = ""
    )
    {
        var environment = Environment;
        environment["BENEVOCLIC_ROOT"] = checkout ?? Repository.Root;
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            environment[name] = value;
        }
        return CliRun.Start(arguments, environment, input);
    }

    /// <summary>`docker` on the server.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public Task<string> DockerAsync(params string[] arguments) => Machine.RunAsync(["docker", .. arguments]);

    /// <returns>What `docker inspect` knows of a container, an image, a volume …</returns>
    public async Task<JsonElement> InspectAsync(string name) =>
        JsonDocument.Parse(await DockerAsync("inspect", name)).RootElement[0];

    /// <summary>Every container, running or not.</summary>
    public async Task<IReadOnlyList<Container>> ContainersAsync()
    {
        var ids = (await DockerAsync("ps", "--all", "--quiet", "--no-trunc")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        return ids.Length == 0
            ? []
            :
            [
                .. JsonDocument
                    .Parse(await DockerAsync(["inspect", .. ids]))
                    .RootElement.EnumerateArray()
                    .Select(ReadContainer),
            ];
    }

    /// <summary>A file under /opt/benevoclic, as this process can open it.</summary>
    public string FileOf(string path) => Machine.PathOf($"{Folder}/{path}");

    /// <summary>All processes of the server with their arguments, as `ps` shows them to everyone there.</summary>
    public Task<string> ProcessesAsync() => Machine.RunAsync("ps", "-eo", "pid,args", "-ww");

    /// <summary>Makes a release's image of the API, pullable as benevoclic/api:TAG: the real one, or one with a defect.</summary>
    /// <returns>Its digest.</returns>
    public async Task<string> AddApiImageAsync(string tag, Defect? defect = null, string version = "")
    {
        var from = defect is null ? ApiRepository : "benevoclic/bad-api";
        // Each tag is an image of its own: the same digest twice would be the same release.
        var labels = new Dictionary<string, string> { ["org.opencontainers.image.version"] = $"{tag}{version}" };
        var environment = defect is null ? [] : new Dictionary<string, string> { ["BAD_API"] = defect.Name };
        return await Registry.Client.DeriveAsync(from, TestImages.Built, ApiRepository, tag, labels, environment);
    }

    /// <summary>Starts asking the API for its health, as its users would.</summary>
    public Load StartLoad(int port = 3000, int perSecond = 200) => Load.Start(Address(port, "/health"), perSecond);

    /// <summary>The administrators' connections die silently; users go on.</summary>
    public Task CutNetworkAsync() => Machine.Network.CutAsync();

    public Task RestoreNetworkAsync() => Machine.Network.RestoreAsync();

    /// <summary>From now on nothing more can be written under /opt/benevoclic.</summary>
    public Task FillDiskAsync() => LeaveOnDiskAsync(kilobytes: 4);

    /// <summary>From now on only so much more can be written under /opt/benevoclic.</summary>
    public Task LeaveOnDiskAsync(int kilobytes) =>
        Machine.ShellAsync(
            $"mount -o remount,size=$(($(df --output=used -k {Folder} | tail -n 1) + {kilobytes}))k {Folder}"
        );

    public Task FreeDiskAsync() => Machine.RunAsync("mount", "-o", "remount,size=8g", Folder);

    /// <summary>Takes away what was deployed: containers, networks, volumes, images and files.</summary>
    public Task ResetAsync() =>
        Machine.ShellAsync(
            $"""
            containers=$(docker ps --all --quiet)
            [ -z "$containers" ] || docker rm --force --volumes $containers >/dev/null
            docker system prune --all --force --volumes >/dev/null
            docker volume prune --all --force >/dev/null
            find {Folder} -mindepth 1 -delete
            """
        );

    static Container ReadContainer(JsonElement json) =>
        new(
            json.GetProperty("Id").GetString()!,
            json.GetProperty("Name").GetString()!.TrimStart('/'),
            json.GetProperty("Config").GetProperty("Image").GetString()!,
            json.GetProperty("State").GetProperty("Status").GetString()!,
            json.GetProperty("State").GetProperty("StartedAt").GetDateTimeOffset(),
            json.GetProperty("Config").GetProperty("Labels").Deserialize<Dictionary<string, string>>() ?? [],
            json
        );
}
