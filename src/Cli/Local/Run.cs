using System.Runtime.InteropServices;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Local;

/// <summary>A local run from the first start to the last stop, in this process.</summary>
sealed class Run(string root, StateFolder state, Terminal terminal, TimeProvider time)
{
    readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="CommandException">Another run got in first.</exception>
    public async Task<ExitCode> RunAsync()
    {
        state.Create();
        using var held =
            UpLock.TryTake(state) ?? throw LocalUp.AlreadyUp(UpLock.Holder(state) ?? new RunInfo(0, time.GetUtcNow()));
        UpLock.Write(state, new RunInfo(Environment.ProcessId, time.GetUtcNow()));
        using var supervisor = new Supervisor(() => Checkout.Load(root), state, time);
        using var control = new ControlServer(state, supervisor, DownAsync);
        using var signals = new StopSignals(() => _stop.TrySetResult(), supervisor.KillAll);

        var events = ShowEventsAsync(supervisor, await StartAsync(supervisor));
        await _stop.Task;
        terminal.Line("Stopping …");
        await supervisor.StopAllAsync();
        await events;
        _stopped.TrySetResult();
        terminal.Line("Everything is stopped.");
        return ExitCode.Done;
    }

    Task DownAsync()
    {
        _stop.TrySetResult();
        return _stopped.Task;
    }

    /// <returns>Whether it got as far as everything having been tried.</returns>
    async Task<bool> StartAsync(Supervisor supervisor)
    {
        using var interrupted = new CancellationTokenSource();
        _ = _stop.Task.ContinueWith(
            _ => interrupted.Cancel(),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        try
        {
            var starting = supervisor.StartAllAsync(interrupted.Token);
            await new StartView(terminal, time).FollowAsync(
                () => Task.FromResult<RunReport?>(supervisor.Report),
                _ => starting.IsCompleted,
                interrupted.Token
            );
            foreach (var failure in await starting)
            {
                terminal.Show(failure);
            }
            terminal.Line(
                supervisor.Report.Healthy
                    ? "Everything is healthy. Ctrl-C stops it."
                    : "Not everything is healthy. Ctrl-C stops it."
            );
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
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
