using System.Globalization;
using Benevoclic.Cli.Config;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Deploying.Judging;

/// <summary>Looks at a release for a while after the switch, through the engine and through Prometheus.</summary>
/// <param name="shell">The host.</param>
/// <param name="folder">Our folder there.</param>
/// <param name="length">How long; nothing is watched when it is zero.</param>
/// <param name="limits">What is allowed.</param>
/// <param name="time">The clock.</param>
sealed class Watch(IShell shell, HostFolder folder, TimeSpan length, WatchLimits limits, TimeProvider time)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <param name="plan">The service.</param>
    /// <param name="enter">Makes the journal's line for a state.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="DeployFailedException">A limit was crossed; the message holds the numbers.</exception>
    public async Task OverAsync(ServicePlan plan, Func<DeployState, string?, string> enter, CancellationToken ct)
    {
        // On a swarm all are rolled; what users ask is watched there too.
        if (length <= TimeSpan.Zero || plan.Service.Rollout != Rollout.Swap || plan.Way is not (Way.Swap or Way.Roll))
        {
            return;
        }
        var line = enter(DeployState.Watching, $"{length.TotalSeconds:0} s");
        var started = time.GetTimestamp();
        while (time.GetElapsedTime(started) < length)
        {
            await Task.Delay(Interval, time, ct);
            var script = plan.Way == Way.Roll ? "swarm-watch" : "watch";
            var outcome = await shell.RunAsync(Script.Run(script, [folder.Path, line, .. Subject(plan.Service)]), ct);
            line = "";
            if (WatchVerdict.Breach(limits, outcome.Output, time.GetElapsedTime(started)) is { } breach)
            {
                throw new DeployFailedException("watching", breach);
            }
        }
    }

    static string[] Subject(Service service) =>
        [
            service.Name,
            service.Port.ToString(CultureInfo.InvariantCulture),
            service.Probe,
            .. WatchVerdict.Queries(service.Name),
        ];
}
