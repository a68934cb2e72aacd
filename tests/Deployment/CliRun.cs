using System.Diagnostics;

namespace Benevoclic.Deployment;

/// <summary>The command while it runs.</summary>
public sealed class CliRun : IDisposable
{
    readonly Process _process;
    readonly Lock _lock = new();
    readonly List<string> _output = [];
    readonly List<string> _error = [];

    CliRun(Process process) => _process = process;

    public int Pid => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>What it has printed so far.</summary>
    public string Output => Text(_output);

    public string Error => Text(_error);

    /// <param name="arguments">What is typed.</param>
    /// <param name="environment">Variables that are added, or win.</param>
    /// <param name="input">What is piped into it.</param>
    public static CliRun Start(
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        string input = ""
    )
    {
        // Not by the launcher, which would set BENEVOCLIC_ROOT to its own folder. ./test.sh has built it.
        var program = Path.Combine(Repository.Root, "artifacts/bin/Cli/release/benevoclic.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        var run = new CliRun(new Process { StartInfo = start });
        run.Begin(input);
        return run;
    }

    /// <summary>Waits until it has printed this.</summary>
    public Task PrintsAsync(string text, TimeSpan limit) =>
        Eventually.TrueAsync(
            () => Output.Contains(text, StringComparison.Ordinal) || Error.Contains(text, StringComparison.Ordinal),
            limit,
            () => $"\"{text}\" was not printed, but:\n{Output}\n{Error}"
        );

    public async Task<CommandResult> WaitAsync()
    {
        await _process.WaitForExitAsync();
        return new CommandResult(_process.ExitCode, Output, Error);
    }

    /// <summary>SIGKILL: it can do nothing more.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public Task InterruptAsync() => SignalAsync("INT");

    /// <summary>SIGSTOP: it is there, and does nothing.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>SIGCONT.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        _process.Dispose();
    }

    void Begin(string input)
    {
        _process.OutputDataReceived += (_, line) => Add(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Add(_error, line.Data);
        _process.Start();
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    Task SignalAsync(string signal) =>
        Shell.RunAsync("/", new Dictionary<string, string>(), "bash", "-c", $"kill -{signal} {Pid}");

    void Add(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (_lock)
            {
                lines.Add(line);
            }
        }
    }

    string Text(List<string> lines)
    {
        lock (_lock)
        {
            return string.Join('\n', lines);
        }
    }
}
