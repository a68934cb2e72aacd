using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Output;

/// <summary>What a deploy would do, service by service, and why.</summary>
static class PlanView
{
    public static IEnumerable<string> Lines(IReadOnlyList<ServicePlan> plans) =>
        plans.SelectMany(plan =>
            plan.HasWork
                ? plan.Reasons.Select(reason => $"      {reason}").Prepend($"  ~ {plan.Service.Name}: {Way(plan)}")
                : [$"  = {plan.Service.Name}: nothing to do"]
        );

    public static string Way(ServicePlan plan) =>
        plan switch
        {
            { Facts.Container: null } => "start",
            { Way: Deploying.Way.Roll, Service.Rollout: Stack.Rollout.Swap } => "roll, no request lost",
            { Way: Deploying.Way.Roll } => "replace, away while the new one starts",
            { Way: Deploying.Way.Swap } => "swap, no request lost",
            { Way: Deploying.Way.Reload } => "reload, same process",
            _ => "recreate, away while the new one starts",
        };
}
