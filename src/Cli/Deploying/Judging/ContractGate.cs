using System.Globalization;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Deploying.Judging;

/// <summary>
/// Lets no candidate through that lacks a metric of which alert rules or dashboards are made: it would serve well, and nobody would
/// ever be told that it does not.
/// </summary>
sealed class ContractGate(HostContext host, TimeProvider time, Action<string> say)
{
    /// <summary>Each scrape is a request more, and some metrics appear with one.</summary>
    const int Scrapes = 6;

    /// <summary>What <c>metrics.sh</c> ends with.</summary>
    const int NotHere = 67;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="plan">The service.</param>
    /// <param name="container">The candidate: healthy, and not yet switched to. On a swarm the service's name: one of its tasks.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="DeployFailedException">A metric is missing; the message names it and who uses it.</exception>
    public async Task PassAsync(ServicePlan plan, string container, CancellationToken ct)
    {
        if (plan.Service.Metrics is not { } metrics || plan.Contract.Metrics.Count == 0)
        {
            return;
        }
        var port = plan.Service.Port.ToString(CultureInfo.InvariantCulture);
        var scrape = Script.Run("metrics", [host.Folder.Path, container, port, metrics.Path]);
        IReadOnlyList<string> missing = [];
        for (var i = 0; i < Scrapes; i++)
        {
            if (i > 0)
            {
                await Task.Delay(Pause, time, ct);
            }
            var outcome = await host.Shell.RunAsync(scrape, ct);
            if (outcome.ExitCode == NotHere && plan.Way == Way.Roll)
            {
                say($"{plan.Service.Name}: its metrics were not asked: neither it nor the proxy runs on this node");
                return;
            }
            missing = outcome.Succeeded
                ? plan.Contract.Missing(Exposition.Names(outcome.Output))
                : [$"{metrics.Path} gives no answer: {outcome.Error.Trim()}"];
            if (missing.Count == 0)
            {
                say(
                    $"{plan.Service.Name}: has all {plan.Contract.Metrics.Count} metrics that rules and dashboards use"
                );
                return;
            }
        }
        throw new DeployFailedException("metric contract", Said(missing));
    }

    static string Said(IReadOnlyList<string> missing) =>
        string.Join(
            '\n',
            [
                "the new release lacks metrics that are in use:",
                .. missing.Select(line => $"  {line}"),
                "Bring them back, or change what uses them. A metric that only appears with an event belongs in x-benevoclic.metrics.later.",
            ]
        );
}
