using System.Diagnostics;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Api;

/// <summary>An API in a process of its own.</summary>
sealed class ApiRun : IAsyncDisposable
{
    static readonly string Folder = Path.Combine(Repository.Root, "artifacts/bin/Api/release");

    /// <summary>As it is shipped.</summary>
    public static readonly string Program = Path.Combine(Folder, "benevoclic-api");

    readonly Process _process;

    ApiRun(ApiData data, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in data.Settings)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = Address.AbsoluteUri;
        // As stack/api/compose.yaml has it.
        start.Environment["DOTNET_GCgen0size"] = "0x400000";
        _process = Process.Start(start)!;
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePorts.Take(1)[0]}");

    /// <summary>Resident memory now, in MB.</summary>
    public double Memory => ResidentMemory.Of(_process);

    /// <summary>The most that it ever was.</summary>
    public double MostMemory => ResidentMemory.MostOf(_process);

    /// <summary>Of all cores, since it began.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The <see cref="ApiServer"/>, with the API's own settings for the runtime.</summary>
    public static Task<ApiRun> WithEmptyAsync(ApiData data, CancellationToken ct) =>
        StartAsync(
            data,
            "dotnet",
            [
                "exec",
                "--runtimeconfig",
                Path.Combine(Folder, "benevoclic-api.runtimeconfig.json"),
                typeof(ApiRun).Assembly.Location,
                "serve",
            ],
            ct
        );

    /// <summary>The program as it is shipped.</summary>
    public static Task<ApiRun> ShippedAsync(ApiData data, CancellationToken ct) => StartAsync(data, Program, [], ct);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    static async Task<ApiRun> StartAsync(
        ApiData data,
        string program,
        IEnumerable<string> arguments,
        CancellationToken ct
    )
    {
        var run = new ApiRun(data, program, arguments);
        while (await run._process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (!line.Contains("Listening on", StringComparison.Ordinal))
                continue;
            // Nobody reads what it says from here on, and it must not wait for a reader.
            _ = run._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return run;
        }
        throw new InvalidOperationException("the API ended before it was ready");
    }
}
