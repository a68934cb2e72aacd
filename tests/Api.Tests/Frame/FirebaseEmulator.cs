using System.Diagnostics;
using System.Net;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

[assembly: AssemblyFixture(typeof(FirebaseEmulator))]

namespace Benevoclic.Api.Tests.Frame;

/// <summary>
/// Google's own emulator of Firebase Auth: one for all tests, started by the first that needs it. Each test uses emails of its own.
/// </summary>
public sealed class FirebaseEmulator : IDisposable
{
    public const string Project = "demo-benevoclic";

    static readonly string Program = Path.Combine(
        Repository.Root,
        "artifacts/tools/firebase/node_modules/.bin/firebase"
    );

    // Loading its packages takes seconds on a machine that is busy.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly Lazy<Task<FirebaseEmulator>> Running = new(StartAsync);

    readonly TemporaryFolder _folder = new();
    readonly Process? _process;

    public FirebaseEmulator() { }

    FirebaseEmulator(int auth, int hub, int logging)
    {
        Host = $"127.0.0.1:{auth}";
        File.WriteAllText(
            _folder["firebase.json"],
            $$$"""
            {
              "emulators": {
                "ui": { "enabled": false },
                "auth": { "host": "127.0.0.1", "port": {{{auth}}} },
                "hub": { "host": "127.0.0.1", "port": {{{hub}}} },
                "logging": { "host": "127.0.0.1", "port": {{{logging}}} }
              }
            }
            """
        );
        // Ends with us, however we end: then nobody holds the other side of its input.
        var script = $"'{Program}' emulators:start --only auth --project {Project} >log 2>&1 & cat >/dev/null; kill $!";
        _process = Process.Start(
            new ProcessStartInfo("sh", ["-c", script])
            {
                WorkingDirectory = _folder.Path,
                RedirectStandardInput = true,
                Environment = { ["HOME"] = _folder.Path, ["XDG_CONFIG_HOME"] = _folder.Path },
            }
        );
    }

    public static string? WhyNot { get; } =
        File.Exists(Program) ? null : $"{Program} is not there: ./test.sh installs it with npm";

    public string Host { get; } = "";

    internal static Task<FirebaseEmulator> GetAsync() => Running.Value;

    /// <summary>The fixture that the runner made ends the emulator that a test has started.</summary>
    public void Dispose()
    {
        if (_process is null)
        {
            if (Running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
                Running.Value.GetAwaiter().GetResult().Dispose();
            return;
        }
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    static async Task<FirebaseEmulator> StartAsync()
    {
        var ports = FreePorts.Take(3);
        var emulator = new FirebaseEmulator(ports[0], ports[1], ports[2]);
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(http, emulator.Host, patience.Token))
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        return emulator;
    }

    static async Task<bool> AnswersAsync(HttpClient http, string host, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://{host}/"), ct);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
