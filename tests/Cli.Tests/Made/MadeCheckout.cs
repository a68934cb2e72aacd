using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Benevoclic.Cli.Tests.Made;

/// <summary>A repository in a temporary folder, whose services are <see cref="Dummy"/>; the command is the real built program.</summary>
sealed class MadeCheckout : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly string Command = Path.Combine(AppContext.BaseDirectory, "benevoclic");

    readonly TemporaryFolder _folder = new();
    readonly Dictionary<string, int> _ports = [];

    public MadeCheckout()
    {
        Directory.CreateDirectory(_folder.In("stack"));
        Directory.CreateDirectory(_folder.In("elsewhere"));
        Program("dummy", $"exec \"{Path.Combine(AppContext.BaseDirectory, "Cli.Tests")}\" dummy \"$@\"");
        Environment = new()
        {
            ["BENEVOCLIC_ROOT"] = _folder.Path,
            ["BENEVOCLIC_STATE"] = _folder.In("state"),
            // Of the workflow that runs these tests: not ours to write to.
            ["GITHUB_STEP_SUMMARY"] = "",
            ["DOTNET_ROOT"] = Path.GetFullPath(
                Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")
            ),
            ["PATH"] = $"{_folder.In("bin")}:{System.Environment.GetEnvironmentVariable("PATH")}",
        };
    }

    public Dictionary<string, string> Environment { get; }

    public string Root => _folder.Path;

    public string In(params string[] parts) => _folder.In(parts);

    public string Write(string name, string text) => _folder.Write(name, text);

    public void Program(string name, string script) =>
        File.SetUnixFileMode(
            Write($"bin/{name}", $"#!/bin/sh\n{script}\n"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

    public int Port(string service) => _ports[service];

    public Uri Address(string service, string path) => new($"http://127.0.0.1:{Port(service)}{path}");

    /// <summary>Adds a service and gives it a port of its own.</summary>
    public MadeCheckout With(
        string name,
        string command = "serve 0.0.0.0:8080",
        string after = "",
        string compose = "",
        string ours = "",
        string local = "program: dummy"
    )
    {
        _ports[name] = Ports.Next();
        Write(
            $"stack/{name}/compose.yaml",
            $"""
            services:
              {name}:
                image: dummy:1
                command: {command}
                stop_grace_period: {(command.Contains("slow", StringComparison.Ordinal) ? "20s" : "1s")}
                {compose}
            x-benevoclic:
              port: 8080
              probe: /health
              after: [{after}]
              {ours}
              local: 
                {local}
            """
        );
        var lines = _ports.Select(port => $"  {port.Key}: {port.Value.ToString(CultureInfo.InvariantCulture)}");
        Write("benevoclic.yaml", string.Join('\n', ["ports:", .. lines, ""]));
        return this;
    }

    public Task<CommandResult> RunAsync(params IEnumerable<string> arguments) =>
        Shell.RunAsync(Root, Environment, Command, arguments);

    /// <summary>Starts the command and does not wait for its end.</summary>
    public Process Start(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Command, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }

    public async Task<CommandResult> UpAsync()
    {
        var up = await RunAsync("up", "--detach");
        Assert.True(up.ExitCode == 0, up.ToString());
        return up;
    }

    public async Task<JsonElement> StatusAsync() =>
        JsonDocument.Parse((await RunAsync("status", "--json")).Output).RootElement;

    public async Task<JsonElement> StatusAsync(string service) =>
        (await StatusAsync())
            .GetProperty("services")
            .EnumerateArray()
            .Single(status => status.GetProperty("name").GetString() == service);

    public async Task<string> StateAsync(string service) =>
        (await StatusAsync(service)).GetProperty("state").GetString()!;

    public Task BecomesAsync(string service, string state) =>
        Eventually.TrueAsync(async () => await StateAsync(service) == state, Limit, () => $"{service} {state}");

    /// <summary>The supervisor and every service of it.</summary>
    public async Task<IReadOnlyList<int>> PidsAsync()
    {
        var status = await StatusAsync();
        return
        [
            status.GetProperty("pid").GetInt32(),
            .. status
                .GetProperty("services")
                .EnumerateArray()
                .Where(service => service.TryGetProperty("pid", out _))
                .Select(service => service.GetProperty("pid").GetInt32()),
        ];
    }

    public static bool Runs(int pid) =>
        File.Exists($"/proc/{pid}/stat")
        // A zombie has ended; only its parent has not asked for its exit code yet.
        && !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);

    public static Task GoneAsync(IReadOnlyList<int> pids) =>
        Eventually.TrueAsync(() => !pids.Any(Runs), Limit, () => $"processes {string.Join(", ", pids)} ended");

    public async ValueTask DisposeAsync()
    {
        await RunAsync("down");
        _folder.Dispose();
    }
}
