using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Benevoclic.EndToEnd.Proxy;

/// <summary>stack/proxy with the real Caddy: its own files, with ports and addresses of this machine put in.</summary>
sealed partial class RunningProxy : IAsyncDisposable
{
    public const string Password = "a password: with % and \"";

    static readonly string Source = Path.Combine(Repository.Root, "stack/proxy");
    static readonly string[] Backends = ["api", "prometheus", "alertmanager", "grafana", "node-exporter", "relay"];

    readonly string _folder = Directory.CreateTempSubdirectory("benevoclic-proxy-").FullName;
    readonly Dictionary<string, FakeService> _services = [];
    readonly Dictionary<int, int> _ports = new[] { 3000, 9090, 9093, 3001, 9100, 9094, 2080, 2019, 80, 443 }
        .Zip(FreePorts.Take(10))
        .ToDictionary();
    readonly string _caddy;
    readonly string? _domain;
    Process? _process;

    RunningProxy(string suite, string? domain) => (_caddy, _domain) = (Caddies.Of(suite), domain);

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static async Task<RunningProxy> StartAsync(string suite, string? password = Password, string? domain = null)
    {
        var proxy = new RunningProxy(suite, domain);
        foreach (var name in Backends)
        {
            proxy._services[name] = await FakeService.StartAsync(name);
        }
        proxy.WriteFiles(password);
        proxy.Start();
        await Eventually.TrueAsync(
            async () => await proxy.AnswersAsync(),
            TimeSpan.FromSeconds(20),
            () => $"the proxy answers; it says: {proxy.Log}"
        );
        return proxy;
    }

    public string Log => File.Exists(In("log")) ? File.ReadAllText(In("log")) : "";

    /// <summary>The port of this machine that stands for one of the proxy's.</summary>
    public int Port(int port) => _ports[port];

    public Uri Address(int port, string path = "/") => new($"http://127.0.0.1:{_ports[port]}{path}");

    public FakeService Behind(string service) => _services[service];

    /// <summary>As a deploy does: the new release's file made, every other removed.</summary>
    public void Route(FakeService release)
    {
        var folder = Directory.CreateDirectory(In("upstreams", "api"));
        File.WriteAllText(Path.Combine(folder.FullName, release.Address), "");
        foreach (var other in folder.EnumerateFiles().Where(file => file.Name != release.Address))
        {
            other.Delete();
        }
    }

    /// <summary>The words of the compose file's `reload`.</summary>
    public async Task ReloadAsync()
    {
        var words = ReloadWords().Match(await File.ReadAllTextAsync(Path.Combine(Source, "compose.yaml")));
        var command = Here(words.Groups["words"].Value).Split(", ");
        var reload = await Shell.RunAsync(_folder, Environment, _caddy, command[1..]);
        Assert.True(reload.ExitCode == 0, reload.ToString());
    }

    /// <summary>Caddy signs certificates for localhost by itself; only its own root is trusted.</summary>
    public X509ChainPolicy Trust() =>
        new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore =
            {
                X509CertificateLoader.LoadCertificateFromFile(
                    In("data", "caddy", "pki", "authorities", "local", "root.crt")
                ),
            },
        };

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        Http.Dispose();
        foreach (var service in _services.Values)
        {
            await service.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    void WriteFiles(string? password)
    {
        Directory.CreateDirectory(In("upstreams"));
        Directory.CreateDirectory(In("bin"));
        File.CreateSymbolicLink(In("bin", "caddy"), _caddy);
        File.WriteAllText(In("Caddyfile"), Caddyfile(File.ReadAllText(Path.Combine(Source, "Caddyfile"))));
        File.WriteAllText(In("start.sh"), Here(File.ReadAllText(Path.Combine(Source, "start.sh"))));
        if (password is not null)
        {
            File.WriteAllText(In("password"), password + "\n");
        }
    }

    /// <summary>Other ports, other addresses behind them, and nothing open beyond this machine.</summary>
    string Caddyfile(string text)
    {
        var own = Doors().Replace(text, door => $"{door.Groups["before"].Value}:{_ports[Number(door.Groups["port"])]}");
        var behind = Upstreams().Replace(own, upstream => _services[upstream.Groups["name"].Value].Address);
        return Here(behind)
            .Replace("127.0.0.1:2019", $"127.0.0.1:{_ports[2019]}", StringComparison.Ordinal)
            .Replace(
                "grace_period 30s",
                $"grace_period 30s\ndefault_bind 127.0.0.1\nhttp_port {_ports[80]}\nhttps_port {_ports[443]}",
                StringComparison.Ordinal
            );
    }

    string Here(string text) =>
        text.Replace("/etc/caddy", _folder, StringComparison.Ordinal)
            .Replace("/etc/benevoclic/upstreams", In("upstreams"), StringComparison.Ordinal);

    void Start()
    {
        var start = new ProcessStartInfo("sh", ["-c", $"exec sh {In("start.sh")} >{In("log")} 2>&1"]);
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
    }

    /// <summary>What the compose file gives the container.</summary>
    Dictionary<string, string> Environment =>
        new()
        {
            ["PATH"] = $"{In("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}",
            ["XDG_DATA_HOME"] = In("data"),
            ["XDG_CONFIG_HOME"] = In("config"),
            ["MONITORING_PASSWORD"] = "",
            ["MONITORING_PASSWORD_FILE"] = File.Exists(In("password")) ? In("password") : "",
            ["BENEVOCLIC_API_ALSO"] = _domain is null ? "" : $", https://{_domain}",
            ["BENEVOCLIC_PAGES_AT"] = _domain is null ? "" : $"https://{_domain}",
        };

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(Address(2080, "/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    string In(params string[] parts) => Path.Combine([_folder, .. parts]);

    static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<before>(\{\$BENEVOCLIC_PAGES_AT\})?):(?<port>\d+)", RegexOptions.Multiline)]
    private static partial Regex Doors();

    [GeneratedRegex(@"benevoclic-(?<name>[a-z-]+):\d+")]
    private static partial Regex Upstreams();

    [GeneratedRegex(@"reload: \[(?<words>.*)\]")]
    private static partial Regex ReloadWords();
}
