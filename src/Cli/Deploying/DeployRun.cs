using Benevoclic.Cli.Deploying.Announcing;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Deploying.Pruning;
using Benevoclic.Cli.Deploying.Receipts;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying;

/// <summary>One `deploy` from the lock to the last service.</summary>
sealed class DeployRun(HostSession host, Checkout checkout, DeployAct act, TimeProvider time, Action<string> say)
{
    /// <param name="services">What to bring, in order.</param>
    /// <param name="isWanted">Asked with the plan before anything changes.</param>
    /// <param name="ct">Ends it; what was begun is undone.</param>
    /// <returns>The releases that were committed; none when there was nothing to do.</returns>
    /// <exception cref="CommandException">It was refused or failed; the message says where, and what serves now.</exception>
    public async Task<IReadOnlyList<Release>> RunAsync(
        IReadOnlyList<string> services,
        Func<IReadOnlyList<ServicePlan>, bool> isWanted,
        CancellationToken ct
    )
    {
        await using var locked = await LockedHost.TakeAsync(host, act, "deploy", time, say, ct);
        var plans = Plan(services, locked.Facts);
        if (plans.Count == 0 || !isWanted(plans))
        {
            return [];
        }
        RefuseMissingSecrets(plans);
        try
        {
            await new DiskReserve(host, say).EnsureAsync([.. plans.Select(plan => plan.Image)], locked.Alive);
            if (await PullAsync(plans, locked.Alive))
            {
                plans = Plan(services, await host.FactsAsync(locked.Alive));
            }
            return await DeployAsync(plans, locked);
        }
        catch (OperationCanceledException) when (locked.Lost.IsCancellationRequested)
        {
            throw host.LockLost();
        }
    }

    List<ServicePlan> Plan(IReadOnlyList<string> services, HostFacts facts) =>
        [.. host.Plan(host.Choose(services), facts).Where(plan => plan.HasWork)];

    /// <summary>Only what is not on the host: our tags name one image for ever, so what is there is right.</summary>
    /// <returns>Whether there was anything to pull.</returns>
    async Task<bool> PullAsync(IReadOnlyList<ServicePlan> plans, CancellationToken ct)
    {
        var missing = plans
            .Where(plan => plan.Facts.ImageDigest is null)
            .Select(plan => plan.Image)
            .Distinct()
            .ToList();
        if (missing.Count == 0)
        {
            return false;
        }
        say($"pulling {string.Join(", ", missing)}");
        var outcome = await host.Shell.RunAsync(Script.Run("pull", [host.Folder.Path, .. missing]), ct);
        return outcome.Succeeded
            ? true
            : throw new CommandException(
                ExitCode.Failed,
                $"Nothing was changed: {outcome.LastWords()}",
                "Build and push it first (./benevoclic build --push), or correct BENEVOCLIC_TAG."
            );
    }

    static void RefuseMissingSecrets(IReadOnlyList<ServicePlan> plans)
    {
        var missing = plans
            .SelectMany(
                plan =>
                    plan.Service.Secrets.Where(secret =>
                        secret.IsRequired && plan.Wanted.Secrets[secret.Name].Value.Length == 0
                    ),
                (plan, secret) => $"  {secret.Name}, needed by {plan.Service.Name}"
            )
            .ToList();
        if (missing.Count > 0)
        {
            throw new CommandException(
                ExitCode.Usage,
                string.Join('\n', ["Nothing was changed: these secrets are not set.", .. missing]),
                "Set them as environment variables; they travel over SSH's standard input and are never an argument."
            );
        }
    }

    async Task<IReadOnlyList<Release>> DeployAsync(IReadOnlyList<ServicePlan> plans, LockedHost locked)
    {
        var settings = checkout.Installation;
        var path = AlertPath.In(checkout.Stack);
        await using var announcer = Announcer.To(path, host.Shell, host.Folder);
        var context = new HostContext(host.Shell, host.Folder, locked.Facts.Key, settings.Ports)
        {
            AlertPath = path,
            Replicas = settings.Scale.Replicas,
            Announcer = announcer,
            Gate = TimeSpan.FromSeconds(checkout.Installation.Host.Gate),
            Lost = locked.Lost,
        };
        var watch = new Watch(
            host.Shell,
            host.Folder,
            TimeSpan.FromSeconds(settings.Host.Watch),
            settings.Host.Limits,
            time
        );
        await using var prober = await host.ProberAsync(locked.Facts, time);
        var done = new List<Release>();
        foreach (var plan in plans)
        {
            try
            {
                var draft = new ReceiptDraft(prober, time);
                done.Add(await new Deployment(plan, context, act, time, say, draft).RunAsync(watch, locked.Alive));
            }
            catch (DeployFailedException e)
            {
                throw Failure(plan, e, done);
            }
        }
        return done;
    }

    static CommandException Failure(ServicePlan plan, DeployFailedException e, IReadOnlyList<Release> done)
    {
        var serving = plan.Facts.Last is { } last
            ? $"The release {last.Id} serves."
            : "Nothing served before, and nothing serves now.";
        var before =
            done.Count == 0
                ? ""
                : $"\nDone before it: {string.Join(", ", done.Select(release => $"{release.Service} {release.Id}"))}.";
        return new CommandException(
            ExitCode.Failed,
            $"{plan.Service.Name} was not deployed. {e.Message}\n{serving}{before}",
            $"Mend it, then type: ./benevoclic deploy {plan.Service.Name}"
        );
    }
}
