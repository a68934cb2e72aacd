namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>Sees to it that a deploy does not fill a host's disk: prunes when it would, and refuses when that is not enough.</summary>
sealed class DiskReserve(HostSession host, Action<string> say)
{
    /// <param name="images">What is about to run: none of it may go.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="CommandException">There is not enough room, and nothing left that could go.</exception>
    public async Task EnsureAsync(IReadOnlyCollection<string> images, CancellationToken ct)
    {
        var pruning = new Pruner(host);
        var before = await pruning.DisksAsync(ct);
        if (!before.Any(disk => disk.IsShort))
        {
            return;
        }
        var plan = await pruning.PlanAsync([], PruneChoice.Least, images, ct);
        if (plan.IsEmpty)
        {
            throw Refusal(before, "There is no release that could go");
        }
        say($"pruning {plan.Releases.Count} releases: {Words(before)}");
        var report = await pruning.RunAsync(plan, ct);
        say($"pruned: {DiskSpace.Words(report.Freed)} became free");
        if (report.After.Any(disk => disk.IsShort))
        {
            throw Refusal(report.After, $"Pruning made {DiskSpace.Words(report.Freed)} of it");
        }
    }

    CommandException Refusal(IReadOnlyList<DiskSpace> disks, string pruned) =>
        new(
            ExitCode.Failed,
            $"Nothing was deployed: {Words(disks)}, and a deploy needs {DiskSpace.Words(DiskSpace.Reserve)}. {pruned}; the last {PruneChoice.Least} good releases of each service stay.",
            $"See what fills {host.Shell.Host}, there, with: docker system df; du -xhd1 {string.Join(' ', Short(disks).Select(disk => disk.Folder))}"
        );

    static string Words(IEnumerable<DiskSpace> disks) =>
        string.Join(", ", Short(disks).Select(disk => $"{DiskSpace.Words(disk.Free)} free for {disk.Folder}"));

    static IEnumerable<DiskSpace> Short(IEnumerable<DiskSpace> disks) => disks.Where(disk => disk.IsShort);
}
