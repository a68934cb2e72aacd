using System.Diagnostics;
using Benevoclic.Cli.Install;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Local;

/// <summary>A local run in a process of its own, which goes on when this command and its terminal are gone.</summary>
sealed class DetachedRun(string root, StateFolder state, Terminal terminal, TimeProvider time)
{
    /// <summary>Tells the started process that it is the one; not meant for people.</summary>
    public const string Option = "--as-detached";

    public async Task<ExitCode> StartAsync(IReadOnlyList<string> selfWords, CancellationToken ct)
    {
        state.Create();
        using var process = Launch(selfWords);
        var control = new ControlClient(state);
        RunReport? last = null;
        try
        {
            await new StartView(terminal, time).FollowAsync(
                async () =>
                    (await control.TryAskAsync(new ControlRequest(ControlVerb.Status), ct))?.Report
                    ?? WhileUnborn(process),
                report => (last = report).IsSettled,
                ct
            );
            // A state is known a moment before the sentence that goes with it.
            var reply = await control.TryAskAsync(new ControlRequest(ControlVerb.Tried), ct);
            return Conclude(last!, reply?.Failures ?? []);
        }
        catch (OperationCanceledException)
        {
            Signals.Send(process.Id, Signals.Terminate);
            throw;
        }
    }

    Process Launch(IReadOnlyList<string> selfWords)
    {
        // A shell connects it to the log, and setsid keeps the terminal's Ctrl-C and hang-up away from it.
        string[] session = ProgramPath.Find("setsid") is { } setsid ? [setsid] : [];
        string[] words = [.. session, .. selfWords, "up", Option];
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", "exec \"$@\" </dev/null >\"$0\" 2>&1", state.UpLog, .. words]
        )
        {
            WorkingDirectory = root,
        };
        return Process.Start(start)!;
    }

    RunReport? WhileUnborn(Process process) =>
        process.HasExited
            ? throw new CommandException(
                ExitCode.Failed,
                $"It ended at once, with exit code {process.ExitCode}. Its last words ({state.UpLog}):\n{LastWords()}"
            )
            : null;

    string LastWords() =>
        File.ReadAllText(state.UpLog).Trim() is { Length: > 0 } words
            ? words
            : "    (none; on a full disk it cannot even say that it is full)";

    ExitCode Conclude(RunReport report, IReadOnlyList<ControlFailure> failures)
    {
        if (report.Healthy && failures.Count == 0)
        {
            terminal.Line(
                "Everything is healthy and runs in the background. Type ./benevoclic logs -f to watch it, ./benevoclic down to end it."
            );
            return ExitCode.Done;
        }
        foreach (var failure in failures)
        {
            terminal.Show(failure.ToException());
        }
        terminal.ErrorLine(
            "Not everything is healthy; the rest runs in the background. Type ./benevoclic down to end it.",
            "yellow"
        );
        return ExitCode.Failed;
    }
}
