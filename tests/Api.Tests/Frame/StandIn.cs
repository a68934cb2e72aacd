using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>A MongoDB server of a test's own, to be stopped and started; the one that ./test.sh has put into artifacts/tools.</summary>
sealed class StandIn : IAsyncDisposable
{
    const string Program = "server.mjs";

    static readonly string Folder = Path.Combine(Repository.Root, "artifacts/tools/mongo-standin");
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);

    readonly TemporaryFolder _folder = new();
    Process? _process;

    public int Port { get; } = FreePorts.Take(1)[0];

    public string Url => $"mongodb://127.0.0.1:{Port}/";

    public static void SkipWithout() =>
        Assert.SkipUnless(
            File.Exists(Path.Combine(Folder, Program)),
            "no mongo-standin in artifacts/tools: ./test.sh puts it there"
        );

    public async Task StartAsync()
    {
        var ready = _folder[$"uri-{Guid.CreateVersion7():N}"];
        _process = Process.Start(
            new ProcessStartInfo("node", [Program, "--port", $"{Port}", "--uri-file", ready])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
            }
        )!;
        await Eventually.TrueAsync(() => File.Exists(ready), StartLimit, () => "the stand-in did not start");
    }

    public async Task StopAsync()
    {
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _process = null;
    }

    /// <summary>It still takes connections and answers nothing: a server that hangs.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
