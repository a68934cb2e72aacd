using Benevoclic.Cli.Deploying.Announcing;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying.RollingBack;

/// <summary>Brings services back to earlier releases: their containers, their files, their environment.</summary>
sealed class RollbackRun(HostSession host, Checkout checkout, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="service">The service; null for all that the last deploy changed.</param>
    /// <param name="wanted">The release, or null for the last good one before the current.</param>
    /// <param name="isWanted">Asked with the choice before anything changes.</param>
    /// <param name="ct">Ends it; what was begun is undone.</param>
    /// <returns>The releases that serve now; none when it was not wanted.</returns>
    /// <exception cref="CommandException">It was refused or failed; the message says what serves now.</exception>
    public async Task<IReadOnlyList<Release>> RunAsync(
        Service? service,
        string? wanted,
        Func<IReadOnlyList<WayBack>, bool> isWanted,
        CancellationToken ct
    )
    {
        var why = service is null ? "rollback of the last deploy" : $"rollback of {service.Name}";
        await using var locked = await LockedHost.TakeAsync(host, act, why, time, say, ct);
        var ways = Choose(service, wanted, await host.ReleasesAsync([], locked.Alive), locked.Facts);
        if (!isWanted(ways))
        {
            return [];
        }
        try
        {
            return await BackAsync([.. ways.Select(way => way.To).OfType<Release>()], locked);
        }
        catch (OperationCanceledException) when (locked.Lost.IsCancellationRequested)
        {
            throw host.LockLost();
        }
    }

    IReadOnlyList<WayBack> Choose(Service? service, string? wanted, HostReleases onHost, HostFacts facts) =>
        service is null
            ? RollbackChoice.ForLastAct([.. checkout.Stack.Services.Select(one => one.Name)], onHost, facts)
            : [new WayBack(service.Name, RollbackChoice.For(service.Name, wanted, onHost, facts))];

    async Task<IReadOnlyList<Release>> BackAsync(IReadOnlyList<Release> releases, LockedHost locked)
    {
        await using var announcer = Announcer.To(AlertPath.In(checkout.Stack), host.Shell, host.Folder);
        var context = new HostContext(host.Shell, host.Folder, locked.Facts.Key, checkout.Installation.Ports)
        {
            Announcer = announcer,
            Replicas = checkout.Installation.Scale.Replicas,
            Gate = TimeSpan.FromSeconds(checkout.Installation.Host.Gate),
            Lost = locked.Lost,
        };
        await using var prober = await host.ProberAsync(locked.Facts, time);
        var done = new List<Release>();
        foreach (var release in releases)
        {
            var plan = Back(checkout.Stack.Find(release.Service), release, locked.Facts.Services[release.Service]);
            try
            {
                var draft = new ReceiptDraft(prober, time);
                var deployment = new Deployment(plan, context, act, time, say, draft, release);
                done.Add(await deployment.RunAsync(NoWatch, locked.Alive));
            }
            catch (DeployFailedException e)
            {
                throw Failure(plan, e, done, releases);
            }
        }
        return done;
    }

    /// <summary>It was watched when it was new.</summary>
    Watch NoWatch => new(host.Shell, host.Folder, TimeSpan.Zero, checkout.Installation.Host.Limits, time);

    static CommandException Failure(
        ServicePlan plan,
        DeployFailedException e,
        List<Release> done,
        IReadOnlyList<Release> all
    )
    {
        var release = all[done.Count];
        var left = all.Skip(done.Count + 1).Select(one => one.Service).ToList();
        string[] lines =
        [
            $"{release.Service} could not go back to {release.Id}. {e.Message}",
            $"The release {plan.Facts.Last!.Id} serves.",
            .. done.Select(one => $"Back before it: {one.Service} at {one.Id}."),
            .. left.Select(service => $"Left as it was: {service}."),
        ];
        return new CommandException(
            ExitCode.Failed,
            string.Join('\n', lines),
            // By name: without one it would undo what this rollback itself has done.
            left.Count == 0
                ? "Choose another of: ./benevoclic releases"
                : $"Choose another of: ./benevoclic releases. The others: {string.Join("; ", left.Select(service => $"./benevoclic rollback {service}"))}"
        );
    }

    ServicePlan Back(Service service, Release release, ServiceFacts facts)
    {
        var way = service.Rollout switch
        {
            _ when host.OnSwarm => Way.Roll,
            Rollout.Reload when facts.Container?.Definition == release.Definition => Way.Reload,
            Rollout.Swap => Way.Swap,
            _ => Way.Recreate,
        };
        return new ServicePlan(
            service,
            way,
            [$"back to {release.Id}"],
            RenderedService.OnHost(release),
            release.Image,
            facts
        );
    }
}
