using System.Diagnostics;

namespace Benevoclic.Api.Tests.Frame;

/// <summary>The real program in a process of its own: for exit codes, signals, and metrics of a fresh process.</summary>
sealed class ApiProcess : IAsyncDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly Process _process;

    ApiProcess(string release)
    {
        var command = Command(_folder, "http://127.0.0.1:0");
        command.Environment["BENEVOCLIC_RELEASE"] = release;
        _process = Process.Start(command)!;
        _process.BeginErrorReadLine();
        // A connection for each request: Kestrel measures a connection when it ends.
        Client = new HttpClient { DefaultRequestHeaders = { ConnectionClose = true } };
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public string WorkingFolder => _folder.Path;

    public static ProcessStartInfo Command(TemporaryFolder workingFolder, string url) =>
        new(Path.Combine(AppContext.BaseDirectory, "benevoclic-api"))
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

    public static async Task<ApiProcess> StartAsync(string release = "")
    {
        var api = new ApiProcess(release);
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

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Dispose();
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
