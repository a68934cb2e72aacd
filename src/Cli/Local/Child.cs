using System.Diagnostics;

namespace Benevoclic.Cli.Local;

/// <summary>A running process of ours: its lines go to a log, its end is known at once.</summary>
sealed class Child : IDisposable
{
    readonly Process _process;

    Child(Process process, LogFile log)
    {
        _process = process;
        process.StandardInput.Close();
        Ended = RunAsync(log);
    }

    public int Id => _process.Id;

    /// <summary>Completes with the exit code; 128 + n when signal n ended it.</summary>
    public Task<int> Ended { get; }

    public static async Task<Child> StartAsync(Spawner spawner, LocalProcess process, LogFile log) =>
        new(await spawner.StartAsync(process), log);

    /// <summary>Asks it to end (SIGTERM), and after <paramref name="grace"/> does not ask any more (SIGKILL).</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (!_process.HasExited)
        {
            Signals.Send(Id, Signals.Terminate);
        }
        try
        {
            await Ended.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            Kill();
            await Ended;
        }
    }

    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    public void Dispose() => _process.Dispose();

    async Task<int> RunAsync(LogFile log)
    {
        // A grandchild that keeps the pipes open must not make a dead process look alive: only its exit counts.
        var output = CopyAsync(_process.StandardOutput, log);
        var error = CopyAsync(_process.StandardError, log);
        await _process.WaitForExitAsync();
        // As in a container: when the first process ends, its helpers do not live on. It leads their group, see Spawner.
        Signals.Send(-Id, Signals.Kill);
        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(TimeSpan.FromSeconds(1)));
        return _process.ExitCode;
    }

    static async Task CopyAsync(StreamReader reader, LogFile log)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            log.Write(line);
        }
    }
}
