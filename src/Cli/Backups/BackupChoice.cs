using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Backups;

/// <summary>Chooses what is saved, what is put back and what goes. Pure.</summary>
static class BackupChoice
{
    /// <param name="stack">The services of the checkout.</param>
    /// <param name="names">Those that were named; all that have data when none was.</param>
    /// <exception cref="CommandException">One is unknown, or has nothing to save.</exception>
    public static IReadOnlyList<Service> Saved(ServiceStack stack, IReadOnlyList<string> names)
    {
        var named = names.Select(stack.Find).ToList();
        return named.FirstOrDefault(service => service.Data.Count == 0) is { } without
            ? throw new CommandException(
                ExitCode.Usage,
                $"{without.Name} has nothing to save: {(without.Backup == BackupHold.Never ? "its compose file says backup: never" : "it has no volume")}."
            )
            :
            [
                .. stack.Services.Where(service =>
                    service.Data.Count > 0 && (named.Count == 0 || named.Contains(service))
                ),
            ];
    }

    /// <param name="stack">The services of the checkout.</param>
    /// <param name="backup">What there is.</param>
    /// <param name="names">Those that were named; all in the backup when none was.</param>
    /// <exception cref="CommandException">One is not in it, or nothing in it belongs to this checkout.</exception>
    public static IReadOnlyList<ServiceData> PutBack(
        ServiceStack stack,
        BackupManifest backup,
        IReadOnlyList<string> names
    )
    {
        var named = names.Select(name => stack.Find(name).Name).ToList();
        var found = stack
            .Services.Where(service => named.Count == 0 || named.Contains(service.Name))
            .Select(service => new ServiceData(service, Common(service, backup)))
            .Where(data => data.Volumes.Count > 0)
            .ToList();
        var missing = named.Except(found.Select(data => data.Service.Name)).ToList();
        return missing.Count == 0 && found.Count > 0
            ? found
            : throw new CommandException(
                ExitCode.Usage,
                $"{backup.Name} has no data of {(missing.Count > 0 ? string.Join(", ", missing) : "any service of stack/")}; it has: {string.Join(", ", backup.Services.Select(service => service.Name))}."
            );
    }

    /// <summary>A backup may go when enough newer ones of the same origin hold each of its volumes.</summary>
    /// <param name="backups">Oldest first.</param>
    /// <param name="keep">How many newer ones are enough.</param>
    public static IReadOnlyList<BackupManifest> Old(IReadOnlyList<BackupManifest> backups, int keep) =>
        [
            .. backups.Where(
                (old, n) => backups.Skip(n + 1).Count(newer => newer.From == old.From && newer.Covers(old)) >= keep
            ),
        ];

    /// <summary>A private key of a service: it never leaves its machine, and a restore leaves it there.</summary>
    public static bool IsKey(string file) => file.EndsWith(".key", StringComparison.Ordinal);

    static IReadOnlyList<Volume> Common(Service service, BackupManifest backup)
    {
        var saved = backup
            .Services.Where(one => one.Name == service.Name)
            .SelectMany(one => one.Volumes)
            .Select(volume => volume.Name)
            .ToHashSet();
        return [.. service.Data.Where(volume => saved.Contains(volume.Source))];
    }
}

/// <summary>Volumes of a service.</summary>
sealed record ServiceData(Service Service, IReadOnlyList<Volume> Volumes)
{
    /// <summary>Where its container has them.</summary>
    public IEnumerable<string> Targets => Volumes.Select(volume => volume.Target);
}
