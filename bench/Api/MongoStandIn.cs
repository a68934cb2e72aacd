using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Api;

/// <summary>A server that speaks MongoDB's protocol, where ./test.sh has found one and put it into artifacts/tools.</summary>
sealed class MongoStandIn : IAsyncDisposable
{
    public const string WhyNot = "no mongo-standin in artifacts/tools: ./test.sh puts it there";

    static readonly string Folder = Path.Combine(Repository.Root, "artifacts/tools/mongo-standin");

    readonly Process _process;
    int _commands;

    MongoStandIn(params IEnumerable<string> more)
    {
        var port = FreePorts.Take(1)[0];
        Url = $"mongodb://127.0.0.1:{port}/";
        _process = Process.Start(
            new ProcessStartInfo("node", ["server.mjs", "--port", $"{port}", .. more])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        // With --log, a line a command.
        _process.ErrorDataReceived += (_, line) => Count(line.Data);
        _process.BeginErrorReadLine();
    }

    public static bool IsInstalled { get; } = File.Exists(Path.Combine(Folder, "server.mjs"));

    public string Url { get; }

    /// <summary>How many it has carried out, without those that keep a connection; 0 unless it counts.</summary>
    public int Commands => Volatile.Read(ref _commands);

    public static async Task<MongoStandIn> StartAsync(bool countsCommands, CancellationToken ct)
    {
        var server = new MongoStandIn(countsCommands ? ["--log"] : []);
        await server._process.StandardOutput.ReadLineAsync(ct);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    void Count(string? line)
    {
        if (line is not null && !line.Contains("hello", StringComparison.OrdinalIgnoreCase))
            Interlocked.Increment(ref _commands);
    }
}
