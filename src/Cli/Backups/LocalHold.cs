using Benevoclic.Cli.Local;

namespace Benevoclic.Cli.Backups;

/// <summary>Keeps a service of the local run from its data for a while.</summary>
sealed class LocalHold(StateFolder state)
{
    readonly ControlClient _control = new(state);

    /// <summary>Does something while the service does not run, and starts it again if it ran.</summary>
    /// <exception cref="CommandException">The run does not answer, or the service does not stop or start.</exception>
    public async Task WithoutAsync(string service, Func<Task> act, CancellationToken ct)
    {
        if (!await RunsAsync(service, ct))
        {
            await act();
            return;
        }
        await _control.AskAsync(new ControlRequest(ControlVerb.Stop, service), ct);
        try
        {
            await act();
        }
        finally
        {
            // Not the caller's token: it may be the reason why we are here.
            await _control.AskAsync(new ControlRequest(ControlVerb.Start, service), CancellationToken.None);
        }
    }

    async Task<bool> RunsAsync(string service, CancellationToken ct)
    {
        var report = await _control.StatusAsync(ct);
        if (report is null && UpLock.Holder(state) is not null)
        {
            throw new CommandException(
                ExitCode.Failed,
                "Benevoclic is just starting or ending here.",
                "Type the same again in a moment."
            );
        }
        return report?.Services.Any(found => found.Name == service && found.Pid is not null) == true;
    }
}
