using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benevoclic.Harness;

/// <summary>`./benevoclic up` with its own ports and its own state, beside whatever else runs on this machine.</summary>
public sealed class LocalStack : IAsyncDisposable
{
    static readonly string[] Services = ["api", "relay", "prometheus", "alertmanager", "grafana", "node-exporter"];

    readonly string _folder = Directory.CreateTempSubdirectory("benevoclic-").FullName;
    readonly Dictionary<string, string> _environment = [];
    readonly Dictionary<string, int> _ports;

    public LocalStack(string? webhookUrl = null)
    {
        _ports = Services.Zip(FreePorts.Take(Services.Length)).ToDictionary();
        foreach (var (service, port) in _ports)
        {
            var name = service.ToUpperInvariant().Replace('-', '_');
            _environment[$"BENEVOCLIC_PORTS__{name}"] = port.ToString(CultureInfo.InvariantCulture);
        }
        _environment["BENEVOCLIC_STATE"] = Path.Combine(_folder, "state");
        _environment["DISCORD_WEBHOOK_URL"] = webhookUrl ?? "";
    }

    /// <summary>What `up` is told: set more of it before.</summary>
    public IDictionary<string, string> Environment => _environment;

    public string State => _environment["BENEVOCLIC_STATE"];

    public IEnumerable<int> Ports => _ports.Values;

    /// <summary>Where a service answers.</summary>
    public Uri Address(string service, string path = "/") => new($"http://localhost:{_ports[service]}{path}");

    public Task<CommandResult> RunAsync(params IEnumerable<string> arguments) =>
        Shell.RunAsync(Repository.Root, _environment, Repository.Launcher, arguments);

    /// <summary>A command that goes on.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Repository.Launcher, arguments) { WorkingDirectory = Repository.Root };
        foreach (var (name, value) in _environment)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    /// <exception cref="InvalidOperationException">It did not come up healthy.</exception>
    public async Task UpAsync()
    {
        var up = await RunAsync("up", "--detach");
        if (up.ExitCode != 0)
        {
            throw new InvalidOperationException($"up: {up}");
        }
    }

    public async Task<JsonElement> StatusAsync() =>
        JsonDocument.Parse((await RunAsync("status", "--json")).Output).RootElement;

    public async Task<int> PidAsync(string service) =>
        (await StatusAsync())
            .GetProperty("services")
            .EnumerateArray()
            .Single(status => status.GetProperty("name").GetString() == service)
            .GetProperty("pid")
            .GetInt32();

    public async ValueTask DisposeAsync()
    {
        try
        {
            if ((await RunAsync("down")).ExitCode != 0)
            {
                await KillAsync();
            }
        }
        finally
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>`down` needs a checkout that can be built and read; what `up` started must end without one too.</summary>
    async Task KillAsync()
    {
        var info = Path.Combine(State, "run.json");
        if (!File.Exists(info))
        {
            return;
        }
        var pid = JsonDocument.Parse(await File.ReadAllTextAsync(info)).RootElement.GetProperty("pid").GetInt32();
        if (await IsOursAsync(pid))
        {
            using var supervisor = Process.GetProcessById(pid);
            // Its services end with it.
            supervisor.Kill();
            await supervisor.WaitForExitAsync();
        }
    }

    /// <summary>A number that was written down may be another process's by now; only ours knows our folder.</summary>
    async Task<bool> IsOursAsync(int pid)
    {
        try
        {
            return (await File.ReadAllTextAsync($"/proc/{pid}/environ")).Contains(
                $"BENEVOCLIC_STATE={State}",
                StringComparison.Ordinal
            );
        }
        catch (IOException)
        {
            return false;
        }
    }
}
