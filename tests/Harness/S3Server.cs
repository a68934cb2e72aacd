using System.Diagnostics;
using System.Globalization;

namespace Benevoclic.Harness;

/// <summary>An S3 server with one bucket in a temporary folder: s3rver. It knows one key, and takes any signature made with version 4.</summary>
public sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "benevoclic-test";
    public const string AccessKeyId = "S3RVER";
    public const string SecretAccessKey = "S3RVER";
    public const string WhyNot = "there is no s3rver in artifacts/tools, or no node: ./test.sh installs them";

    static readonly string Script = Path.Combine(
        Repository.Root,
        "artifacts/tools/s3rver/node_modules/s3rver/bin/s3rver.js"
    );

    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    readonly string _folder = Directory.CreateTempSubdirectory("benevoclic-s3-").FullName;
    readonly Process _process;
    readonly int _port = FreePorts.Take(1)[0];

    S3Server()
    {
        string[] arguments =
        [
            Script,
            $"--directory={_folder}",
            "--address=127.0.0.1",
            $"--port={_port.ToString(CultureInfo.InvariantCulture)}",
            "--no-vhost-buckets",
            "--silent",
            "--configure-bucket",
            Bucket,
        ];
        _process = Process.Start(
            new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public static bool IsInstalled { get; } = File.Exists(Script) && HasNode();

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>What the API is told about it.</summary>
    public IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["AWS_BUCKET_NAME"] = Bucket,
            ["AWS_REGION"] = "eu-west-3",
            ["AWS_ACCESS_KEY_ID"] = AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = SecretAccessKey,
            ["AWS_ENDPOINT_URL"] = Address.AbsoluteUri,
        };

    /// <summary>How many objects are in the bucket.</summary>
    public int Count =>
        Directory.EnumerateFiles(Path.Combine(_folder, Bucket), "*_object", SearchOption.AllDirectories).Count();

    public static async Task<S3Server> StartAsync()
    {
        var server = new S3Server();
        await Eventually.TrueAsync(server.AnswersAsync, StartLimit, () => "s3rver does not answer");
        return server;
    }

    /// <summary>It takes connections and says nothing, as a server in trouble does.</summary>
    public void Pause() => Signal("STOP");

    public void Continue() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
    }

    async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(Address, Bucket));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static bool HasNode() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "node")));
}
