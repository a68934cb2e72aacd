using System.Diagnostics;
using System.Text;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>A real program as a child of the test, which can be killed and started again.</summary>
sealed class RunningProgram(string program, IReadOnlyList<string> arguments, Uri health) : IAsyncDisposable
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    readonly StringBuilder _said = new();
    Process? _process;

    public Dictionary<string, string> Environment { get; } = [];

    public Uri Address => new(health, "/");

    /// <summary>What it wrote, in all its lives.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public async Task StartAsync()
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Eventually.TrueAsync(IsHealthyAsync, Limit, () => $"{program} is not healthy:\n{Said}");
    }

    /// <summary>As kill -9 does, or a power cut.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
        {
            return;
        }
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(health);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    void Hear(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }
}
