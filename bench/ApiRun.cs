using System.Diagnostics;
using System.Globalization;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>An API in a process of its own, on SQLite in a folder that outlives it.</summary>
sealed class ApiRun : IAsyncDisposable
{
    readonly Process _process;

    ApiRun(DirectoryInfo data, string program, params IEnumerable<string> arguments)
    {
        Address = new Uri($"http://127.0.0.1:{FreePorts.Take(1)[0]}");
        _process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                Environment =
                {
                    ["ASPNETCORE_URLS"] = Address.AbsoluteUri,
                    ["BENEVOCLIC_DATA"] = data.FullName,
                    ["BENEVOCLIC_STORE"] = "sqlite",
                    ["BENEVOCLIC_IDENTITY"] = "local",
                    ["BENEVOCLIC_FILES"] = "disk",
                    // As stack/api/compose.yaml has it.
                    ["DOTNET_GCgen0size"] = "0x400000",
                },
            }
        )!;
    }

    public Uri Address { get; }

    /// <summary>Resident memory now, in MB.</summary>
    public double Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The <see cref="ApiServer"/>: filled, and with an empty endpoint.</summary>
    /// <param name="count">How many volunteers, and how many associations.</param>
    public static async Task<ApiRun> FilledAsync(DirectoryInfo data, int count, CancellationToken ct)
    {
        var words = new[] { typeof(ApiRun).Assembly.Location, "serve", count.ToString(CultureInfo.InvariantCulture) };
        var run = new ApiRun(data, "dotnet", words);
        await run.UntilAsync(line => line == ApiServer.Ready, ct);
        return run;
    }

    /// <summary>The program itself, as it is deployed.</summary>
    public static async Task<ApiRun> RealAsync(DirectoryInfo data, CancellationToken ct)
    {
        var run = new ApiRun(data, Path.Combine(Repository.Root, "artifacts/bin/Api/release/benevoclic-api"));
        await run.UntilAsync(line => line.Contains("Listening on", StringComparison.Ordinal), ct);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    async Task UntilAsync(Func<string, bool> isReady, CancellationToken ct)
    {
        while (await _process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (isReady(line))
                return;
        }
        throw new InvalidOperationException("the API ended before it was ready");
    }
}
