using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>Removes from a host what it can do without. Only under the deploy lock.</summary>
sealed class Pruner(HostSession host)
{
    /// <inheritdoc cref="PruneChoice.Of"/>
    public async Task<PrunePlan> PlanAsync(
        IReadOnlyCollection<string> services,
        int keep,
        IReadOnlyCollection<string> wanted,
        CancellationToken ct
    )
    {
        var releases = await host.ReleasesAsync([], ct);
        var stock = Require(await host.Shell.RunAsync(Script.Run("stock", host.Folder.Path), ct));
        return PruneChoice.Of(HostStock.Parse(stock.Output, releases), services, keep, wanted);
    }

    /// <exception cref="CommandException">It could not be begun, or not be ended.</exception>
    public async Task<PruneReport> RunAsync(PrunePlan plan, CancellationToken ct)
    {
        string[] words =
        [
            host.Folder.Path,
            .. plan.Releases.Select(old => $"release={old.Release.Service}/{old.Release.Id}"),
            .. plan.Images.SelectMany(image => image.Names).Select(name => $"image={name}"),
        ];
        return PruneReport.Parse(Require(await host.Shell.RunAsync(Script.Run("prune", words), ct)).Output);
    }

    /// <summary>What is free, without removing anything.</summary>
    public async Task<IReadOnlyList<DiskSpace>> DisksAsync(CancellationToken ct) =>
        (await RunAsync(new PrunePlan([], [], []), ct)).After;

    CommandOutcome Require(CommandOutcome outcome) =>
        outcome.Succeeded
            ? outcome
            : throw new CommandException(
                ExitCode.Failed,
                $"{host.Shell.Host} could not be pruned:\n{outcome.LastWords()}",
                "Type the same again."
            );
}
