namespace Benevoclic.Cli.Deploying;

/// <summary>What a deploy would do, for programs: <c>plan --json</c> prints it.</summary>
/// <param name="Host">The host in words.</param>
/// <param name="HasWork">There is something to do; the exit code is 10 then.</param>
/// <param name="Deploys">Whether it can be deployed to.</param>
/// <param name="Services">In the order in which they start.</param>
/// <param name="Rebuilt">Images that the registry has anew under a name that the host has: they are not deployed.</param>
sealed record PlanReport(
    string Host,
    bool HasWork,
    DeployActivity Deploys,
    IReadOnlyList<PlannedService> Services,
    IReadOnlyList<RebuiltImage> Rebuilt
)
{
    public static PlanReport Of(
        string host,
        DeployActivity deploys,
        IReadOnlyList<ServicePlan> plans,
        IReadOnlyList<RebuiltImage> rebuilt
    ) => new(host, plans.Any(plan => plan.HasWork), deploys, [.. plans.Select(PlannedService.Of)], rebuilt);
}

/// <summary>What a deploy would do to one service.</summary>
/// <param name="Name">The service.</param>
/// <param name="Way">How; not there when there is nothing to do.</param>
/// <param name="Reasons">What differs, as `plan` prints it: names, and never the value of a variable.</param>
/// <param name="Image">The image to run: a digest where the host has it, else as the compose file names it.</param>
/// <param name="Release">The release that serves now; not there before the first deploy.</param>
sealed record PlannedService(string Name, Way? Way, IReadOnlyList<string> Reasons, string Image, string? Release)
{
    public static PlannedService Of(ServicePlan plan) =>
        new(plan.Service.Name, plan.Way, plan.Reasons, plan.Image, plan.Facts.Last?.Id);
}
