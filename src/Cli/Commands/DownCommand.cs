using System.CommandLine;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Commands;

static class DownCommand
{
    /// <summary>Longer than any service of ours may take to end (`stop_grace_period`), one after the other.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static Command Create(Func<Session> open)
    {
        var command = new Command("down", "Stop everything that up runs");
        command.SetAction(async (_, ct) => (int)await RunAsync(open(), ct));
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, CancellationToken ct)
    {
        if (UpLock.Holder(session.State) is null)
        {
            session.Terminal.Line("Nothing is running.");
            return ExitCode.Done;
        }
        if (await EndsByItselfAsync(session, ct))
        {
            session.Terminal.Line("Everything is stopped.");
        }
        else
        {
            await KillAsync(session, ct);
        }
        return ExitCode.Done;
    }

    static async Task<bool> EndsByItselfAsync(Session session, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            // Held, but nobody listens: it is just starting, or just ending.
            while (UpLock.Holder(session.State) is not null)
            {
                if (await session.Control.StatusAsync(patience.Token) is not null)
                {
                    await session.Control.TryAskAsync(new ControlRequest(ControlVerb.Down), patience.Token);
                }
                await Task.Delay(Pause, session.Time, patience.Token);
            }
            return true;
        }
        catch (CommandException)
        {
            return false; // Frozen: it did not even tell its status.
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    static async Task KillAsync(Session session, CancellationToken ct)
    {
        if (UpLock.Holder(session.State) is { Pid: > 1 and var pid })
        {
            // Its services end with it: see Spawner.
            Signals.Send(pid, Signals.Kill);
            session.Terminal.Line($"It did not answer, so it was killed (pid {pid}), and its services with it.");
        }
        while (UpLock.Holder(session.State) is not null)
        {
            await Task.Delay(Pause, session.Time, ct);
        }
    }
}
