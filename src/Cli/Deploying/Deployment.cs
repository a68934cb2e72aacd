using System.Globalization;
using Benevoclic.Cli.Deploying.Announcing;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>Brings one service to a new release, or leaves the old one serving.</summary>
/// <param name="plan">What to do.</param>
/// <param name="host">Where.</param>
/// <param name="act">Who, from what.</param>
/// <param name="time">The clock.</param>
/// <param name="say">Hears what happens.</param>
/// <param name="draft">Becomes the receipt.</param>
/// <param name="earlier">A release that is on the host already, to go back to; null makes a new one.</param>
sealed class Deployment(
    ServicePlan plan,
    HostContext host,
    DeployAct act,
    TimeProvider time,
    Action<string> say,
    ReceiptDraft draft,
    Release? earlier = null
)
{
    readonly Release _release = earlier ?? NewRelease(plan, host, act, time.GetUtcNow());

    string Service => plan.Service.Name;

    /// <summary>The container that serves until now; <c>-</c> in the scripts when there is none.</summary>
    string Kept => plan.Facts.Kept;

    string Grace => $"{plan.Service.StopGrace.TotalSeconds:0}";

    /// <summary>Each of several waves may take as long as one machine may, and Swarm its own time to go back.</summary>
    TimeSpan RollLimit => host.Gate * (2 + host.Replicas);

    string Port => plan.Service.Port.ToString(CultureInfo.InvariantCulture);

    /// <exception cref="DeployFailedException">It failed, and the old release serves.</exception>
    /// <exception cref="CommandException">The host was lost and undoes by itself; or undoing failed.</exception>
    public async Task<Release> RunAsync(Watch watch, CancellationToken ct)
    {
        draft.Begin();
        if (earlier is null)
        {
            await StageAsync(ct);
        }
        var undo = Undo.From(plan, _release.Id, act.Id);
        Require("arm", await host.Shell.RunAsync(undo.Upload(host.Folder, Service), ct));
        await StepAsync("arm", Enter(DeployState.Armed), [act.Id], ct);
        try
        {
            // Not before: a release that is refused while it is staged begins nothing, and nobody would tell its end.
            Announce("started");
            await BringAsync(ct);
            await watch.OverAsync(plan, Enter, ct);
            await CommitAsync();
            return _release;
        }
        catch (HostLostException e)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{e.Message}\nThe host undoes {_release.Id} of {Service} by itself, unless it was committed already.",
                "Look with: ./benevoclic journal"
            );
        }
        catch (Exception e) when (!host.Lost.IsCancellationRequested)
        {
            await UndoAsync(e);
            throw;
        }
    }

    async Task BringAsync(CancellationToken ct)
    {
        if (plan.Way == Way.Roll)
        {
            await RollAsync(ct);
        }
        else
        {
            await (plan.Way == Way.Reload ? ReloadAsync(ct) : ReplaceAsync(ct));
        }
        await new ReadBack(host, say).ProveAsync(plan, _release, ct);
        await ProveAlertPathAsync(ct);
    }

    async Task StageAsync(CancellationToken ct)
    {
        Require("upload", await host.Shell.RunAsync(Bundle.Upload(plan, _release, host.Folder), ct));
        var checks = plan.Service.Checks.Select(words => string.Join(' ', words.Select(RemoteCommand.Quote)));
        await StepAsync(
            plan.Way == Way.Roll ? "swarm-stage" : "stage",
            Enter(DeployState.Staged),
            [_release.Id, plan.Image, plan.Wanted.FilesTarget ?? "/", .. checks],
            ct
        );
    }

    /// <summary>Swarm lets users reach each task as soon as it is healthy: what it lacks is only seen then.</summary>
    async Task RollAsync(CancellationToken ct)
    {
        await StepAsync("swarm-update", Enter(DeployState.Started), [_release.Id, $"{RollLimit.TotalSeconds:0}"], ct);
        await new ContractGate(host, time, say).PassAsync(plan, Service, ct);
    }

    async Task ReloadAsync(CancellationToken ct)
    {
        await StepAsync("reload", Enter(DeployState.Started), [_release.Id, Port, .. Undo.Reload(plan.Service)], ct);
        await GateAsync(plan.Facts.Container!.Id, plan.Facts.Container.Restarts, ct);
    }

    async Task ReplaceAsync(CancellationToken ct)
    {
        var started = await StepAsync(
            "start",
            Enter(DeployState.Started),
            [_release.Id, Kept, Word(plan.Way!.Value), Grace, .. plan.Wanted.Volumes],
            ct
        );
        var candidate = started.Output.TrimEnd().Split('\n')[^1];
        await GateAsync(candidate, 0, ct);
        if (plan.Way == Way.Swap)
        {
            await new ContractGate(host, time, say).PassAsync(plan, candidate, ct);
            var publicPort = host.Ports[Service].ToString(CultureInfo.InvariantCulture);
            await StepAsync(
                "switch",
                Enter(DeployState.Switched),
                [_release.Id, Port, publicPort, plan.Service.Probe],
                ct
            );
        }
        await StepAsync("promote", Enter(DeployState.Switched, "promoted"), [_release.Id, Kept, Grace], ct);
    }

    Task GateAsync(string container, int restarts, CancellationToken ct)
    {
        var namesRelease = plan.Way == Way.Swap ? "yes" : "no";
        string[] arguments =
        [
            _release.Id,
            container,
            Port,
            plan.Service.Probe,
            $"{host.Gate.TotalSeconds:0}",
            namesRelease,
            // A process that was only reloaded answered all the time.
            plan.Way == Way.Reload
                ? "1"
                : "3",
            restarts.ToString(CultureInfo.InvariantCulture),
        ];
        return StepAsync("gate", Enter(DeployState.Gated), arguments, ct);
    }

    async Task ProveAlertPathAsync(CancellationToken ct)
    {
        if (host.AlertPath is { } path && path.IsThrough(plan.Service))
        {
            var line = Enter(DeployState.Proving, "alert path");
            say($"{Service}: {await path.ProveAsync(host, line, _release, act.Id, ct)}");
        }
    }

    async Task CommitAsync()
    {
        var receipt = await draft.CloseAsync(_release.Id);
        await StepAsync(
            plan.Way == Way.Roll ? "swarm-commit" : "commit",
            Line(DeployState.Committed, receipt: receipt),
            [_release.Id],
            // Not the caller's token: what the host has committed serves, and is not undone any more.
            host.Lost
        );
        say($"{Service}: committed; {receipt}");
        act.Ended(_release, DeployState.Committed, receipt);
        Announce("committed", receipt.ToString());
    }

    async Task UndoAsync(Exception cause)
    {
        say($"{Service}: undoing");
        draft.Enter(DeployState.Undoing);
        // Not the caller's token: it may be the reason why we are here. When the host is cut off meanwhile, it goes on alone.
        var outcome = await host.Shell.RunAsync(Undo.Run(host.Folder, Service, act.Id), host.Lost);
        if (!outcome.Succeeded)
        {
            Announce("stuck", cause.Message);
            throw new CommandException(
                ExitCode.Failed,
                $"{cause.Message}\nand undoing failed too:\n{outcome.LastWords()}",
                $"{Service} needs a person: look with ./benevoclic journal, and `docker ps -a` on {host.Shell.Host}."
            );
        }
        var receipt = await draft.CloseAsync(_release.Id);
        say($"{Service}: undone; {receipt}");
        act.Ended(_release, DeployState.Undone, receipt);
        Announce("undone", $"{cause.Message}\n{receipt}");
        // The host has written that it is undone. What users saw meanwhile is known here alone.
        var line = Line(DeployState.Undone, receipt: receipt);
        await host.Shell.RunAsync(Script.Run("note", host.Folder.Path, line), host.Lost);
    }

    /// <summary>An answer is only overdue once the gate has given it up, and the old release has had time to come back.</summary>
    void Announce(string state, string? receipt = null) =>
        host.Announcer?.Tell(
            new DeployNews(
                act.Id,
                Service,
                _release.Id,
                state,
                plan.Facts.Last?.Id,
                act.By,
                earlier is not null,
                (int)host.Gate.TotalSeconds + 30,
                receipt,
                time.GetUtcNow()
            )
        );

    string Enter(DeployState state, string? note = null)
    {
        draft.Enter(state);
        say($"{Service}: {state.ToString().ToLowerInvariant()}{(note is null ? "" : $" ({note})")}");
        return Line(state, note);
    }

    string Line(DeployState state, string? note = null, Receipt? receipt = null) =>
        new JournalEntry(
            time.GetUtcNow(),
            act.Id,
            Service,
            _release.Id,
            state,
            act.By,
            note,
            act.Commit,
            act.Run,
            receipt
        ).ToLine();

    async Task<CommandOutcome> StepAsync(
        string step,
        string journalLine,
        IReadOnlyList<string> arguments,
        CancellationToken ct
    ) =>
        Require(
            step,
            await host.Shell.RunAsync(Script.Run(step, [host.Folder.Path, journalLine, Service, .. arguments]), ct)
        );

    static CommandOutcome Require(string step, CommandOutcome outcome) =>
        outcome.Succeeded ? outcome : throw new DeployFailedException(step, outcome.LastWords(25));

    public static string Word(Way way) => way.ToString().ToLowerInvariant();

    static Release NewRelease(ServicePlan plan, HostContext host, DeployAct act, DateTimeOffset at) =>
        new(
            Release.NewId(at, plan.Wanted.Definition),
            plan.Service.Name,
            plan.Image,
            plan.Wanted.Definition,
            plan.Wanted.Files.ToDictionary(file => file.Key, file => ServiceRenderer.Hash(file.Value)),
            plan.Wanted.Environment.ToDictionary(pair => pair.Key, pair => Fingerprint.Of(pair.Value, host.Key)),
            act.By,
            at,
            act.Commit,
            act.Run
        );
}
