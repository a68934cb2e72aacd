using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Backups;

/// <summary>Gives services of a host the data of a backup. Whatever fails, or dies, on its way: the data that served serves again.</summary>
sealed class HostRestore(HostSession host, BackupManifest backup, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="all">What to put back, in the order in which the services start.</param>
    /// <param name="store">Where the backup is.</param>
    /// <param name="ct">Ends it; what was begun is undone.</param>
    /// <exception cref="CommandException">It was refused or failed; the message says which data serves.</exception>
    public async Task RunAsync(IReadOnlyList<ServiceData> all, BackupStore store, CancellationToken ct)
    {
        await using var locked = await LockedHost.TakeAsync(host, act, $"restore of {backup.Name}", time, say, ct);
        var left = all.ToList();
        try
        {
            foreach (var data in all)
            {
                await ArmAsync(data, locked.Alive);
            }
            say($"sending {backup.Name}; the services still run with their own data");
            await UnpackAsync(all, store, locked.Alive);
            foreach (var data in all)
            {
                await ExchangeAsync(data, locked);
                left.Remove(data);
            }
        }
        catch (HostLostException e)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{e.Message}\nThe host gives {Names(left)} the data back that was there, by itself.",
                "Look with: ./benevoclic journal"
            );
        }
        catch (OperationCanceledException) when (locked.Lost.IsCancellationRequested)
        {
            throw host.LockLost();
        }
        catch (Exception e) when (!locked.Lost.IsCancellationRequested)
        {
            await UndoAsync(left, e, locked.Lost);
            if (e is DeployFailedException)
            {
                throw Failure(e, all, left);
            }
            throw;
        }
    }

    async Task ArmAsync(ServiceData data, CancellationToken ct)
    {
        var service = data.Service;
        var undo = Undo.FromRestore(service, backup.Name, act.Id, data.Targets);
        Require("arm", await host.Shell.RunAsync(undo.Upload(host.Folder, service.Name), ct));
        await StepAsync("arm", service, DeployState.Armed, [act.Id], ct);
    }

    /// <summary>Beside the data that serves. Standard input is the archive, so the script is an argument.</summary>
    async Task UnpackAsync(IReadOnlyList<ServiceData> all, BackupStore store, CancellationToken ct)
    {
        var owners = backup.From == BackupManifest.LocalRun ? "adopt" : "keep";
        var volumes = all.SelectMany(
            data => data.Volumes,
            (data, volume) => new[] { data.Service.Name, volume.Source, volume.Target }
        );
        var script = $"exec 2>&1\n{Script.Text("unpack")}";
        var command = new RemoteCommand([
            "bash",
            "-c",
            script,
            "unpack",
            host.Folder.Path,
            owners,
            .. volumes.SelectMany(word => word),
        ]);
        await using var process = await host.Shell.StartAsync(command, ct);
        using var reader = new StreamReader(process.Output);
        var words = reader.ReadToEndAsync(CancellationToken.None);
        var broken = await TrySendAsync(store, process, ct);
        var code = await process.Ended.WaitAsync(ct);
        if (code != 0)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"Nothing was changed: {host.Shell.Host} says, with exit code {code}:\n{(await words).Trim()}",
                "Look there, as root; or see what is missing with: ./benevoclic preflight"
            );
        }
        if (broken is not null)
        {
            throw new HostLostException(host.Shell.Host, broken);
        }
    }

    /// <returns>Why the host did not take all of it; then it mostly says so itself.</returns>
    async Task<Exception?> TrySendAsync(BackupStore store, IRemoteProcess process, CancellationToken ct)
    {
        try
        {
            await store.SendAsync(backup, process.Input, ct);
            await process.Input.DisposeAsync();
            return null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or CommandException))
        {
            return e;
        }
    }

    async Task ExchangeAsync(ServiceData data, LockedHost locked)
    {
        var (service, ct) = (data.Service, locked.Alive);
        var grace = $"{service.StopGrace.TotalSeconds:0}";
        await StepAsync("exchange", service, DeployState.Restoring, [grace, .. data.Targets], ct);
        await ProbeAsync(service, ct);
        // Not the caller's token: the data from before goes, and there is no way back any more.
        await StepAsync("settle", service, DeployState.Restored, data.Targets, locked.Lost);
    }

    async Task ProbeAsync(Service service, CancellationToken ct)
    {
        string[] words =
        [
            host.Folder.Path,
            "start",
            service.Name,
            service.Port.ToString(CultureInfo.InvariantCulture),
            service.Probe,
            "0",
            "60",
        ];
        Require("probe", await host.Shell.RunAsync(Script.Run("turn", words), ct));
    }

    /// <summary>Not with the caller's token: it may be the reason why we are here.</summary>
    async Task UndoAsync(IReadOnlyList<ServiceData> left, Exception cause, CancellationToken lost)
    {
        foreach (var service in left.Select(data => data.Service))
        {
            var outcome = await host.Shell.RunAsync(Undo.Run(host.Folder, service.Name, act.Id), lost);
            if (!outcome.Succeeded)
            {
                throw new CommandException(
                    ExitCode.Failed,
                    $"{cause.Message}\nand undoing failed too:\n{outcome.LastWords()}",
                    $"{service.Name} needs a person. Its data from before is in benevoclic-before beside its volume: docker volume inspect says where."
                );
            }
        }
        say($"undone: {Names(left)}");
    }

    async Task StepAsync(
        string step,
        Service service,
        DeployState state,
        IEnumerable<string> arguments,
        CancellationToken ct
    )
    {
        say($"{service.Name}: {state.ToString().ToLowerInvariant()}");
        var entry = new JournalEntry(
            time.GetUtcNow(),
            act.Id,
            service.Name,
            backup.Name,
            state,
            act.By,
            Commit: act.Commit,
            Run: act.Run
        );
        var words = Script.Run(step, [host.Folder.Path, entry.ToLine(), service.Name, .. arguments]);
        Require(step, await host.Shell.RunAsync(words, ct));
    }

    static void Require(string step, CommandOutcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new DeployFailedException(step, outcome.LastWords(25));
        }
    }

    CommandException Failure(Exception e, IReadOnlyList<ServiceData> all, IReadOnlyList<ServiceData> left)
    {
        var done = all.Except(left).ToList();
        string[] lines =
        [
            $"{left[0].Service.Name} does not have the data of {backup.Name}. {e.Message}",
            $"What they had before is in force for: {Names(left)}.",
            .. done.Count == 0 ? [] : new[] { $"Restored before it: {Names(done)}." },
        ];
        return new CommandException(
            ExitCode.Failed,
            string.Join('\n', lines),
            $"See what it says: ./benevoclic logs {left[0].Service.Name} --host. Another backup: ./benevoclic backup --list"
        );
    }

    static string Names(IEnumerable<ServiceData> all) => string.Join(", ", all.Select(data => data.Service.Name));
}
