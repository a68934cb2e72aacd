using System.Globalization;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Servers;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Backups;

/// <summary>Saves what the services of a host keep.</summary>
sealed class HostBackup(HostSession host, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="services">Whose volumes.</param>
    /// <param name="areNamed">Each of them must be on the host; otherwise those that are.</param>
    /// <param name="store">Where to.</param>
    /// <param name="ct">Ends it; then nothing was saved.</param>
    /// <exception cref="CommandException">It was refused or failed, and nothing was saved.</exception>
    public async Task<BackupManifest> RunAsync(
        IReadOnlyList<Service> services,
        bool areNamed,
        BackupStore store,
        CancellationToken ct
    )
    {
        await using var held = await HostLock.TakeAsync(host, time, "backup", ct);
        using var alive = CancellationTokenSource.CreateLinkedTokenSource(ct, held.Lost);
        try
        {
            return await SaveAsync(services, areNamed, store, alive.Token);
        }
        catch (OperationCanceledException) when (held.Lost.IsCancellationRequested)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"Nothing was saved: {host.Shell.Host} has not heard from us for a while.",
                "Type the same again."
            );
        }
    }

    async Task<BackupManifest> SaveAsync(
        IReadOnlyList<Service> services,
        bool areNamed,
        BackupStore store,
        CancellationToken ct
    )
    {
        var at = time.GetUtcNow();
        var name = BackupManifest.NameOf(host.Shell.Host, at);
        say($"picturing {string.Join(", ", services.Select(service => service.Name))}");
        var saved = await PictureAsync(services, areNamed, ct);
        say($"saving {name} to {store.Words}");
        await using var picture = await PictureStream.OpenAsync(host, act.Id, ct);
        var (size, sha256) = await store.PutAsync(name, picture, ct);
        var manifest = new BackupManifest(name, host.Shell.Host, at, act.By, size, sha256, saved);
        await store.PutAsync(manifest, ct);
        await NoteAsync(manifest, ct);
        return manifest;
    }

    async Task<IReadOnlyList<SavedService>> PictureAsync(
        IReadOnlyList<Service> services,
        bool areNamed,
        CancellationToken ct
    )
    {
        var words = services.SelectMany(Words).Prepend(areNamed ? "must" : "may");
        var outcome = await host.Shell.RunAsync(Script.Run("picture", [host.Folder.Path, act.Id, .. words]), ct);
        var saved = outcome.Succeeded ? Saved(outcome.Output, services) : [];
        return saved.Count > 0
            ? saved
            : throw new CommandException(
                ExitCode.Failed,
                $"Nothing was saved: {(outcome.Succeeded ? "no service is on the host" : outcome.LastWords())}",
                "Look with: ./benevoclic status --host"
            );
    }

    /// <param name="output">The answer of <c>picture.sh</c>.</param>
    /// <param name="services">Those that were asked for.</param>
    public static IReadOnlyList<SavedService> Saved(string output, IReadOnlyList<Service> services)
    {
        var facts = output
            .Split('\n')
            .Select(line => line.Split('\t'))
            .ToLookup(parts => parts[0], parts => parts[1..]);
        var releases = facts["release"].ToDictionary(parts => parts[0], parts => parts[1]);
        var volumes = facts["volume"]
            .ToLookup(parts => parts[0], parts => new SavedVolume(parts[1], Number(parts[2]), Number(parts[3])));
        return
        [
            .. services
                .Where(service => volumes.Contains(service.Name))
                .Select(service => new SavedService(
                    service.Name,
                    [.. volumes[service.Name]],
                    releases.GetValueOrDefault(service.Name)
                )),
        ];
    }

    /// <summary>It is saved already; a journal that cannot be written is told, and no failure.</summary>
    async Task NoteAsync(BackupManifest manifest, CancellationToken ct)
    {
        var lines = manifest.Services.Select(service =>
            new JournalEntry(
                time.GetUtcNow(),
                act.Id,
                service.Name,
                service.Release ?? "-",
                DeployState.Backup,
                act.By,
                manifest.Name,
                act.Commit,
                act.Run
            ).ToLine()
        );
        var outcome = await host.Shell.RunAsync(Script.Run("note", host.Folder.Path, string.Join('\n', lines)), ct);
        if (!outcome.Succeeded)
        {
            say($"the journal of {host.Shell.Host} does not have it: {outcome.LastWords()}");
        }
    }

    static IEnumerable<string> Words(Service service) =>
        [
            service.Name,
            service.Backup.ToString().ToLowerInvariant(),
            $"{service.StopGrace.TotalSeconds:0}",
            service.Port.ToString(CultureInfo.InvariantCulture),
            service.Probe,
            service.Data.Count.ToString(CultureInfo.InvariantCulture),
            .. service.Data.SelectMany(volume => new[] { volume.Source, volume.Target }),
        ];

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
