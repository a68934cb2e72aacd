using System.Diagnostics;
using System.Net;

namespace Benevoclic.Harness;

/// <summary>Google's own emulator of Firebase Auth, in a process of its own.</summary>
public sealed class FirebaseEmulator : IDisposable
{
    public const string Project = "demo-benevoclic";

    static readonly string Program = Path.Combine(
        Repository.Root,
        "artifacts/tools/firebase/node_modules/.bin/firebase"
    );

    // Loading its packages takes seconds on a machine that is busy.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("benevoclic-firebase-");
    readonly Process _process;

    FirebaseEmulator(int auth, int hub, int logging)
    {
        Host = $"127.0.0.1:{auth}";
        File.WriteAllText(
            Path.Combine(_folder.FullName, "firebase.json"),
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
        var script =
            $"'{Program}' emulators:start --only auth --project {Project} >log 2>&1 & cat >/dev/null; kill $!; wait";
        _process = Process.Start(
            new ProcessStartInfo("sh", ["-c", script])
            {
                WorkingDirectory = _folder.FullName,
                RedirectStandardInput = true,
                Environment = { ["HOME"] = _folder.FullName, ["XDG_CONFIG_HOME"] = _folder.FullName },
            }
        )!;
    }

    /// <summary>Null where it is installed.</summary>
    public static string? WhyNot { get; } =
        File.Exists(Program) ? null : $"{Program} is not there: ./test.sh installs it with npm";

    /// <summary>Name and port, as FIREBASE_AUTH_EMULATOR_HOST wants them.</summary>
    public string Host { get; }

    public static async Task<FirebaseEmulator> StartAsync()
    {
        var ports = FreePorts.Take(3);
        var emulator = new FirebaseEmulator(ports[0], ports[1], ports[2]);
        using var http = new HttpClient();
        await Eventually.TrueAsync(
            () => emulator.AnswersAsync(http),
            Patience,
            () => "Firebase's emulator does not answer"
        );
        return emulator;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://{Host}/"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
