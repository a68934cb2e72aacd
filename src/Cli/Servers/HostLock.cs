using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Servers;

/// <summary>The deploy lock, for whatever else may not happen during a deploy.</summary>
static class HostLock
{
    static readonly TimeSpan NoWait = TimeSpan.FromSeconds(1);

    /// <exception cref="CommandException">Somebody has it; exit code 3.</exception>
    public static Task<DeployLock> TakeAsync(HostSession host, TimeProvider time, string what, CancellationToken ct)
    {
        var act = DeployAct.Begin(time.GetUtcNow(), Checkout.ProcessEnvironment);
        var holder = new LockHolder(act.By, time.GetUtcNow(), what, act.Run);
        return DeployLock.TakeAsync(host.Shell, host.Folder, holder, NoWait, ct);
    }
}
