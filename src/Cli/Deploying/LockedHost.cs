namespace Benevoclic.Cli.Deploying;

/// <summary>A host whose deploy lock is ours, brought back from whatever an earlier deploy left half done.</summary>
sealed class LockedHost : IAsyncDisposable
{
    /// <summary>The process that holds the lock of one that has just ended needs a moment to end too.</summary>
    static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(1);

    readonly DeployLock _lock;
    readonly CancellationTokenSource _alive;

    LockedHost(DeployLock held, CancellationToken ct)
    {
        _lock = held;
        _alive = CancellationTokenSource.CreateLinkedTokenSource(ct, held.Lost);
    }

    /// <summary>Cancelled when the caller wants to stop, or when the lock is lost.</summary>
    public CancellationToken Alive => _alive.Token;

    /// <summary>Cancelled when the host has gone on without us, because it did not hear from us.</summary>
    public CancellationToken Lost => _lock.Lost;

    public HostFacts Facts { get; private set; } = null!;

    /// <exception cref="CommandException">Another deploy is at work, deploys are frozen, or what was left cannot be brought back.</exception>
    public static async Task<LockedHost> TakeAsync(
        HostSession host,
        DeployAct act,
        string why,
        TimeProvider time,
        Action<string> say,
        CancellationToken ct
    )
    {
        var holder = new LockHolder(act.By, time.GetUtcNow(), why, act.Run);
        if (act.Wait > LeastWait)
        {
            say($"taking the deploy lock, which another may have for up to {act.Wait.TotalSeconds:0} s");
        }
        var wait = act.Wait > LeastWait ? act.Wait : LeastWait;
        var locked = new LockedHost(await DeployLock.TakeAsync(host.Shell, host.Folder, holder, wait, ct), ct);
        try
        {
            locked.Facts = await RepairedFactsAsync(host, say, locked.Alive);
            RefuseFrozen(host, locked.Facts);
            return locked;
        }
        catch (OperationCanceledException) when (locked.Lost.IsCancellationRequested)
        {
            await locked.DisposeAsync();
            throw host.LockLost();
        }
        catch
        {
            await locked.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _lock.DisposeAsync();
        _alive.Dispose();
    }

    /// <summary>A deploy that died before its guardian got the lock is undone first.</summary>
    static async Task<HostFacts> RepairedFactsAsync(HostSession host, Action<string> say, CancellationToken ct)
    {
        var facts = await host.FactsAsync(ct);
        var dead = facts.Unfinished.ToList();
        foreach (var entry in dead)
        {
            say(
                $"{entry.Service}: undoing {entry.Release}, whose deploy died while {entry.State.ToString().ToLowerInvariant()}"
            );
            var outcome = await host.Shell.RunAsync(Undo.Run(host.Folder, entry.Service, entry.Deploy), ct);
            if (!outcome.Succeeded)
            {
                throw new CommandException(
                    ExitCode.Failed,
                    $"{entry.Service} is half way to {entry.Release} and cannot be brought back:\n{outcome.LastWords()}",
                    "Look with: ./benevoclic journal"
                );
            }
        }
        return dead.Count > 0 ? await host.FactsAsync(ct) : facts;
    }

    static void RefuseFrozen(HostSession host, HostFacts facts)
    {
        if (facts.Deploys.Frozen is { } frozen)
        {
            throw new CommandException(
                ExitCode.Locked,
                $"Deploys to {host.Shell.Host} are {Output.DeploysNote.Words(frozen)}",
                "When it is over: ./benevoclic unlock"
            );
        }
    }
}
