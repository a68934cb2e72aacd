using System.ComponentModel;
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

    static readonly TimeSpan ProbeWhileStarting = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan ProbeLater = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _oneActAtATime = new(1);
    readonly LogFile _log = new(state.LogOf(name), time);
    readonly Lock _state = new();
    Child? _child;

    /// <summary>The child whose end is an accident; none while it starts or stops.</summary>
    Child? _watched;
    CancellationTokenSource? _start;
    TimeSpan _stopGrace;
    DateTimeOffset _launchedAt;

    string LastLines => FailedStart.LastLines(_log.Path, _launchedAt);

    public string Name => name;

    public ServiceStatus Status { get; private set; } = new(name, ServiceState.Stopped, "", time.GetUtcNow());

    public void Enter(ServiceState next, string? detail = null, string? address = null)
    {
        lock (_state)
        {
            Status = Status with
            {
                State = next,
                Detail = detail,
                Since = time.GetUtcNow(),
                Address = address ?? Status.Address,
                Pid = _child is { Ended.IsCompleted: false } child ? child.Id : null,
            };
        }
    }

    /// <summary>Starts it and waits until the probe answers. A service that already runs is left alone.</summary>
    /// <exception cref="CommandException">It cannot be started, ended at once, was stopped meanwhile, or did not become healthy in time.</exception>
    public async Task StartAsync(
        Service service,
        Func<CancellationToken, Task<LocalProcess>> prepare,
        Probe probe,
        string address,
        CancellationToken ct
    )
    {
        await _oneActAtATime.WaitAsync(ct);
        using var start = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            if (_child is { Ended.IsCompleted: false })
            {
                return;
            }
            _start = start;
            _stopGrace = service.StopGrace;
            Enter(ServiceState.Starting, address: address);
            await LaunchAsync(prepare, start.Token);
            await AnsweringAsync(service, probe, start.Token);
        }
        catch (CommandException e) when (_child is null or { Ended.IsCompleted: true })
        {
            Enter(ServiceState.Ended, FailedStart.InShort(e));
            throw;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new CommandException(ExitCode.Failed, $"{name} was stopped before it was healthy.");
        }
        finally
        {
            _start = null;
            _oneActAtATime.Release();
        }
    }

    public async Task StopAsync()
    {
        // Without this, a stop would wait for a start that waits for its probe.
        await CancelStartAsync();
        await _oneActAtATime.WaitAsync();
        try
        {
            if (_child is { } child)
            {
                // First this: the watcher must not call a wanted end an accident.
                Unwatch();
                await child.StopAsync(_stopGrace);
                _child = null;
                child.Dispose();
            }
            if (Status.State != ServiceState.Unavailable)
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

    async Task CancelStartAsync()
    {
        try
        {
            await (_start?.CancelAsync() ?? Task.CompletedTask);
        }
        catch (ObjectDisposedException)
        {
            // It was just over.
        }
    }

    void Unwatch()
    {
        lock (_state)
        {
            _watched = null;
            Enter(ServiceState.Stopping);
        }
    }

    async Task LaunchAsync(Func<CancellationToken, Task<LocalProcess>> prepare, CancellationToken ct)
    {
        try
        {
            var process = await prepare(ct);
            _child?.Dispose();
            _child = null;
            _launchedAt = time.GetUtcNow();
            _child = await Child.StartAsync(spawner, process, _log);
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Failed, $"{name} cannot be started: {e.Message}");
        }
        Enter(ServiceState.Starting);
    }

    async Task AnsweringAsync(Service service, Probe probe, CancellationToken ct)
    {
        var child = _child!;
        var started = time.GetTimestamp();
        // When it ended, it is somebody else who answers on its port.
        while (!await probe.AnswersAsync(ct) || child.Ended.IsCompleted)
        {
            if (child.Ended.IsCompleted)
            {
                throw FailedStart.Ended(service, await child.Ended, LastLines);
            }
            if (time.GetElapsedTime(started) > StartLimit)
            {
                Watch(child, probe, ServiceState.Unhealthy, probe.LastAnswer);
                throw FailedStart.Mute(name, probe, StartLimit, LastLines);
            }
            await Task.Delay(ProbeWhileStarting, time, ct);
        }
        Watch(child, probe, ServiceState.Healthy);
    }

    void Watch(Child child, Probe probe, ServiceState state, string? detail = null)
    {
        lock (_state)
        {
            _watched = child;
            Enter(state, detail);
        }
        _ = WatchAsync(child, probe);
    }

    async Task WatchAsync(Child child, Probe probe)
    {
        using var watching = new PeriodicTimer(ProbeLater, time);
        while (
            await Task.WhenAny(child.Ended, watching.WaitForNextTickAsync().AsTask()) != child.Ended
            && _watched == child
        )
        {
            Notice(await probe.AnswersAsync(CancellationToken.None), child, probe);
        }
        if (
            _watched == child
            && FailedStart.Ending(await child.Ended) is var ending
            && Becomes(ServiceState.Ended, child, ending)
        )
        {
            say(name, $"{ending}; type: ./benevoclic start {name}", Tone.Bad);
        }
    }

    void Notice(bool answers, Child child, Probe probe)
    {
        if (child.Ended.IsCompleted)
        {
            return;
        }
        if (answers && Status.State == ServiceState.Unhealthy && Becomes(ServiceState.Healthy, child))
        {
            say(name, "answers again", Tone.Good);
        }
        else if (
            !answers
            && Status.State == ServiceState.Healthy
            && Becomes(ServiceState.Unhealthy, child, probe.LastAnswer)
        )
        {
            say(name, $"does not answer on {probe.Url} ({probe.LastAnswer})", Tone.Bad);
        }
    }

    /// <returns>False when the child is not watched any more: somebody stopped it meanwhile.</returns>
    bool Becomes(ServiceState next, Child child, string? detail = null)
    {
        lock (_state)
        {
            if (_watched != child)
            {
                return false;
            }
            Enter(next, detail);
            return true;
        }
    }
}
