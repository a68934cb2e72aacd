using System.CommandLine;
using System.Diagnostics;
using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Commands;

static class DownCommand
{
    /// <summary>The API drains for up to 30 s; all others take less, and after it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public static Command Create(Func<Session> open)
    {
        var command = new Command("down", "Stop everything that up runs");
        command.SetAction(async (_, ct) => (int)await RunAsync(open(), ct));
        return command;
    }

    static async Task<ExitCode> RunAsync(Session session, CancellationToken ct)
    {
        if (UpLock.Holder(session.State) is not { } holder)
        {
            session.Terminal.Line("Nothing is running.");
            return ExitCode.Done;
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await session.Control.TryAskAsync(new ControlRequest(ControlVerb.Down), patience.Token);
            await GoneAsync(session, patience.Token);
            session.Terminal.Line("Everything is stopped.");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Stuck or frozen. Its services end with it: see Spawner.
            using var stuck = Process.GetProcessById(holder.Pid);
            stuck.Kill();
            await GoneAsync(session, ct);
            session.Terminal.Line($"It did not answer, so it was killed (pid {holder.Pid}). Everything is stopped.");
        }
        return ExitCode.Done;
    }

    static async Task GoneAsync(Session session, CancellationToken ct)
    {
        while (UpLock.Holder(session.State) is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), session.Time, ct);
        }
    }
}
