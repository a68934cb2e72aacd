using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>One service of a local run: starts it, probes it, notices its end, stops it.</summary>
sealed class RunningService(
    string name,
    StateFolder state,
    Spawner spawner,
    TimeProvider time,
    Action<string, string, Tone> say
) : IDisposable
{
    /// <summary>How long a start may take until the probe answers.</summary>
    public static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    /// <summary>How long a process may take to end by itself; the API drains up to 30 s.</summary>
    static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(32);

    static readonly TimeSpan ProbeWhileStarting = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan ProbeLater = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _oneActAtATime = new(1);
    readonly LogFile _log = new(state.LogOf(name), time);
    Child? _child;

    public ServiceStatus Status { get; private set; } = new(name, ServiceState.Stopped, "", time.GetUtcNow());

    public void Enter(ServiceState next, string? detail = null, string? address = null) =>
        Status = Status with
        {
            State = next,
            Detail = detail,
            Since = time.GetUtcNow(),
            Address = address ?? Status.Address,
            Pid = next is ServiceState.Starting or ServiceState.Healthy or ServiceState.Unhealthy ? _child?.Id : null,
        };

    /// <summary>Starts it and waits until the probe answers. A service that already runs is left alone.</summary>
    /// <exception cref="CommandException">It cannot be started, ended at once, or did not become healthy in time.</exception>
    public async Task StartAsync(
        Service service,
        Func<CancellationToken, Task<LocalProcess>> prepare,
        Probe probe,
        CancellationToken ct
    )
    {
        await _oneActAtATime.WaitAsync(ct);
        try
        {
            if (_child is { Ended.IsCompleted: false })
            {
                return;
            }
            Enter(ServiceState.Starting, address: probe.Address);
            await LaunchAsync(prepare, ct);
            await AnsweringAsync(service, probe, ct);
        }
        catch (CommandException e) when (_child is null or { Ended.IsCompleted: true })
        {
            Enter(ServiceState.Ended, e.Message.Split('\n')[0]);
            throw;
        }
        finally
        {
            _oneActAtATime.Release();
        }
    }

    public async Task StopAsync()
    {
        await _oneActAtATime.WaitAsync();
        try
        {
            if (_child is { } child)
            {
                // First the state: the watcher must not call a wanted end an accident.
                Enter(ServiceState.Stopped);
                _child = null;
                await child.StopAsync(StopGrace);
                child.Dispose();
            }
            else if (Status.State != ServiceState.Unavailable)
            {
                Enter(ServiceState.Stopped);
            }
        }
        finally
        {
            _oneActAtATime.Release();
        }
    }

    public void Kill() => _child?.Kill();

    public void Dispose()
    {
        _child?.Dispose();
        _log.Dispose();
        _oneActAtATime.Dispose();
    }

    async Task LaunchAsync(Func<CancellationToken, Task<LocalProcess>> prepare, CancellationToken ct)
    {
        var process = await prepare(ct);
        try
        {
            _child = await Child.StartAsync(spawner, process, _log);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CommandException(ExitCode.Failed, $"{name} cannot be started: {process.Program}: {e.Message}");
        }
        Enter(ServiceState.Starting);
    }

    async Task AnsweringAsync(Service service, Probe probe, CancellationToken ct)
    {
        var child = _child!;
        var started = time.GetTimestamp();
        while (!await probe.AnswersAsync(ct))
        {
            if (child.Ended.IsCompleted)
            {
                throw new CommandException(
                    ExitCode.Failed,
                    $"{name} {Ending(await child.Ended)} before {service.Probe} answered. Its last lines:\n{LastLines()}",
                    $"Mend it, then type: ./benevoclic start {name}"
                );
            }
            if (time.GetElapsedTime(started) > StartLimit)
            {
                Enter(ServiceState.Unhealthy, probe.LastAnswer);
                _ = WatchAsync(child, probe);
                throw new CommandException(
                    ExitCode.Failed,
                    $"{name} runs, but {probe.Url} did not answer within {StartLimit.TotalSeconds:0} s ({probe.LastAnswer}). Its last lines:\n{LastLines()}",
                    $"Look further with: ./benevoclic logs {name}"
                );
            }
            await Task.Delay(ProbeWhileStarting, time, ct);
        }
        Enter(ServiceState.Healthy);
        _ = WatchAsync(child, probe);
    }

    async Task WatchAsync(Child child, Probe probe)
    {
        using var watching = new PeriodicTimer(ProbeLater, time);
        while (
            await Task.WhenAny(child.Ended, watching.WaitForNextTickAsync().AsTask()) != child.Ended && _child == child
        )
        {
            Notice(await probe.AnswersAsync(CancellationToken.None), child, probe);
        }
        if (_child == child)
        {
            var ending = Ending(await child.Ended);
            Enter(ServiceState.Ended, ending);
            say(name, $"{ending}; type: ./benevoclic start {name}", Tone.Bad);
        }
    }

    void Notice(bool answers, Child child, Probe probe)
    {
        if (_child != child || child.Ended.IsCompleted)
        {
            return;
        }
        if (answers && Status.State == ServiceState.Unhealthy)
        {
            Enter(ServiceState.Healthy);
            say(name, "answers again", Tone.Good);
        }
        else if (!answers && Status.State == ServiceState.Healthy)
        {
            Enter(ServiceState.Unhealthy, probe.LastAnswer);
            say(name, $"does not answer on {probe.Url} ({probe.LastAnswer})", Tone.Bad);
        }
    }

    string LastLines() => string.Join('\n', LogReader.Last(_log.Path, 10).Select(line => $"    {line.Text}"));

    static string Ending(int exitCode) =>
        exitCode > 128 ? $"was ended by signal {exitCode - 128}" : $"ended with exit code {exitCode}";
}
