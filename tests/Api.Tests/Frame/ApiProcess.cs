using System.Diagnostics;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>The real program in a process of its own: for exit codes, signals, and metrics of a fresh process.</summary>
sealed class ApiProcess : IAsyncDisposable
{
    readonly TemporaryFolder? _own;
    readonly Process _process;

    ApiProcess(string release, TemporaryFolder? folder)
    {
        var workingFolder = folder ?? (_own = new());
        WorkingFolder = workingFolder.Path;
        var command = Command(workingFolder, "http://127.0.0.1:0");
        command.Environment["BENEVOCLIC_RELEASE"] = release;
        _process = Process.Start(command)!;
        _process.BeginErrorReadLine();
        // A connection for each request: Kestrel measures a connection when it ends.
        Client = new HttpClient { DefaultRequestHeaders = { ConnectionClose = true } };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public int Id => _process.Id;

    /// <summary>Its data folder is data/ in it.</summary>
    public string WorkingFolder { get; }

    public static ProcessStartInfo Command(TemporaryFolder workingFolder, string url) =>
        // The kernel kills who writes beyond the largest size of a file, unless he ignores that: then it is an error, as a full disk is.
        new("sh", ["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", Path.Combine(AppContext.BaseDirectory, "benevoclic-api")])
        {
            WorkingDirectory = workingFolder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = url,
                ["BENEVOCLIC_DATA"] = "",
                ["MONGODB_URL"] = "",
            },
        };

    /// <param name="folder">To start again where another process has worked; by default one of its own, which goes with it.</param>
    public static async Task<ApiProcess> StartAsync(string release = "", TemporaryFolder? folder = null)
    {
        var api = new ApiProcess(release, folder);
        api.Client.BaseAddress = await api.ReadAddressAsync();
        return api;
    }

    public Task<string> GetTextAsync(string address) =>
        Client.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>Sends SIGTERM, as Docker and `up` do, and returns the exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>As a power cut ends it: nothing is finished.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _own?.Dispose();
    }

    async Task<Uri> ReadAddressAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } url)
                return new Uri(url);
        }
        throw new InvalidOperationException("The API ended before it said where it listens.");
    }
}
