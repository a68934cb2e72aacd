using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying;

/// <summary>Brings one service back to an earlier release: its container, its files, its environment.</summary>
sealed class RollbackRun(HostSession host, Checkout checkout, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="service">The service.</param>
    /// <param name="wanted">The release, or null for the last good one before the current.</param>
    /// <param name="isWanted">Asked with the choice before anything changes.</param>
    /// <param name="ct">Ends it; what was begun is undone.</param>
    /// <returns>The release that serves now; null when it was not wanted.</returns>
    /// <exception cref="CommandException">It was refused or failed; the message says what serves now.</exception>
    public async Task<Release?> RunAsync(
        Service service,
        string? wanted,
        Func<Release, bool> isWanted,
        CancellationToken ct
    )
    {
        await using var locked = await LockedHost.TakeAsync(host, act, $"rollback of {service.Name}", time, say, ct);
        var onHost = await host.ReleasesAsync([service], locked.Alive);
        var release = RollbackChoice.For(service.Name, wanted, onHost, locked.Facts);
        if (!isWanted(release))
        {
            return null;
        }
        var plan = Back(service, release, locked.Facts.Services[service.Name]);
        var context = new HostContext(host.Shell, host.Folder, locked.Facts.Key, checkout.Installation.Ports)
        {
            AlertPath = AlertPath.In(checkout.Stack),
            Lost = locked.Lost,
        };
        await using var prober = await host.ProberAsync(locked.Facts);
        var draft = new ReceiptDraft(prober, time);
        try
        {
            return await new Deployment(plan, context, act, time, say, draft, release).RunAsync(NoWatch, locked.Alive);
        }
        catch (OperationCanceledException) when (locked.Lost.IsCancellationRequested)
        {
            throw host.LockLost();
        }
        catch (DeployFailedException e)
        {
            throw new CommandException(
                ExitCode.Failed,
                $"{service.Name} could not go back to {release.Id}. {e.Message}\nThe release {plan.Facts.Last!.Id} serves.",
                "Choose another of: ./benevoclic releases"
            );
        }
    }

    /// <summary>It was watched when it was new.</summary>
    Watch NoWatch => new(host.Shell, host.Folder, TimeSpan.Zero, checkout.Installation.Host.Limits, time);

    static ServicePlan Back(Service service, Release release, ServiceFacts facts)
    {
        var way = service.Rollout switch
        {
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
