using System.Runtime.InteropServices;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Local;

/// <summary>A local run from the first start to the last stop, in this process.</summary>
sealed class Run(string root, StateFolder state, Terminal terminal, TimeProvider time)
{
    readonly TaskCompletionSource<IReadOnlyList<CommandException>> _tried = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="CommandException">Another run got in first.</exception>
    public async Task<ExitCode> RunAsync(CancellationToken ct)
    {
        state.Create();
        using var held = await UpLock.TakeAsync(state, time, ct) ?? throw LocalUp.AlreadyUp(UpLock.Info(state));
        UpLock.Write(state, new RunInfo(Environment.ProcessId, time.GetUtcNow()));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var supervisor = new Supervisor(() => Checkout.Load(root), state, time);
        using var control = new ControlServer(state, supervisor, () => _tried.Task, () => DownAsync(stop));
        using var signals = new StopSignals(stop.Cancel, supervisor.KillAll);

        var started = await StartAsync(supervisor, stop.Token);
        var events = ShowEventsAsync(supervisor, started);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        terminal.Line("Stopping …");
        await supervisor.StopAllAsync();
        await events;
        terminal.Line("Everything is stopped.");
        _stopped.TrySetResult();
        return started ? ExitCode.Done : ExitCode.Interrupted;
    }

    Task DownAsync(CancellationTokenSource stop)
    {
        stop.Cancel();
        return _stopped.Task;
    }

    /// <returns>Whether it got as far as everything having been tried.</returns>
    async Task<bool> StartAsync(Supervisor supervisor, CancellationToken ct)
    {
        try
        {
            var starting = supervisor.StartAllAsync(ct);
            await new StartView(terminal, time).FollowAsync(
                () => Task.FromResult<RunReport?>(supervisor.Report),
                _ => starting.IsCompleted,
                ct
            );
            Conclude(await starting, supervisor.Report.Healthy);
            return true;
        }
        catch (OperationCanceledException)
        {
            _tried.TrySetCanceled(ct);
            return false;
        }
    }

    void Conclude(IReadOnlyList<CommandException> failures, bool healthy)
    {
        foreach (var failure in failures)
        {
            terminal.Show(failure);
        }
        var state = healthy ? "Everything is healthy." : "Not everything is healthy; the rest runs.";
        terminal.Line($"{state} Ctrl-C or ./benevoclic down stops it.");
        _tried.TrySetResult(failures);
    }

    async Task ShowEventsAsync(Supervisor supervisor, bool show)
    {
        await foreach (var happened in supervisor.Events.ReadAllAsync())
        {
            if (show)
            {
                terminal.Line(
                    $"{StatusTable.Clock(happened.At)}  {happened.Service, -14} {happened.Text}",
                    Style(happened.Tone)
                );
            }
        }
    }

    static string Style(Tone tone) =>
        tone switch
        {
            Tone.Good => "green",
            Tone.Bad => "red",
            _ => "default",
        };

    /// <summary>The first signal asks to stop in order; a second Ctrl-C ends every process at once.</summary>
    sealed class StopSignals : IDisposable
    {
        readonly List<PosixSignalRegistration> _registrations;
        int _asked;

        public StopSignals(Action stop, Action kill) =>
            _registrations = [
                .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(
                    signal =>
                        PosixSignalRegistration.Create(
                            signal,
                            context =>
                            {
                                context.Cancel = true;
                                if (Interlocked.Increment(ref _asked) == 1)
                                {
                                    stop();
                                }
                                else
                                {
                                    kill();
                                }
                            }
                        )
                ),
            ];

        public void Dispose() => _registrations.ForEach(registration => registration.Dispose());
    }
}
