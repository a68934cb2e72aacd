namespace Benevoclic.Cli.Deploying.Pruning;

/// <summary>One `prune` from the lock to the report.</summary>
sealed class PruneRun(HostSession host, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="services">Whose releases may go; those of all services on the host when none is named.</param>
    /// <param name="keep">How many good releases of each service stay.</param>
    /// <param name="isWanted">Asked with the plan before anything is removed.</param>
    /// <param name="ct">Ends it; what was removed stays removed.</param>
    /// <returns>The plan, and what was done; null when there was nothing to remove, or it was not wanted.</returns>
    /// <exception cref="CommandException">It was refused or failed.</exception>
    public async Task<(PrunePlan Plan, PruneReport? Report)> RunAsync(
        IReadOnlyCollection<string> services,
        int keep,
        Func<PrunePlan, bool> isWanted,
        CancellationToken ct
    )
    {
        await using var locked = await LockedHost.TakeAsync(host, act, "prune", time, say, ct);
        try
        {
            var pruning = new Pruner(host);
            var plan = await pruning.PlanAsync(services, keep, [], locked.Alive);
            return plan.IsEmpty || !isWanted(plan) ? (plan, null) : (plan, await pruning.RunAsync(plan, locked.Alive));
        }
        catch (OperationCanceledException) when (locked.Lost.IsCancellationRequested)
        {
            throw host.LockLost();
        }
    }
}
