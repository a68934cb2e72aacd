using Benevoclic.Cli.Deploying.Receipts;

namespace Benevoclic.Cli.Deploying;

/// <summary>One run of `deploy` or `rollback`: who, from what.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="By">A person's or a workflow's name.</param>
/// <param name="Commit">The commit of the checkout, or null.</param>
/// <param name="Run">Address of the workflow run, or null.</param>
sealed record DeployAct(string Id, string By, string? Commit, string? Run)
{
    /// <summary>How long it waits for another one to end; not at all unless chosen.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Hears how each of its releases ended, committed or undone, and what users saw meanwhile.</summary>
    public Action<Release, DeployState, Receipt> Ended { get; init; } = (_, _, _) => { };

    public static DeployAct Begin(DateTimeOffset at, IReadOnlyDictionary<string, string> environment) =>
        new(
            $"{at.UtcDateTime:yyyyMMddHHmmssfff}",
            environment.GetValueOrDefault("GITHUB_ACTOR")
                ?? environment.GetValueOrDefault("USER")
                ?? Environment.UserName,
            environment.GetValueOrDefault("GITHUB_SHA"),
            environment.GetValueOrDefault("GITHUB_RUN_ID") is { } run
                ? $"{environment.GetValueOrDefault("GITHUB_SERVER_URL")}/{environment.GetValueOrDefault("GITHUB_REPOSITORY")}/actions/runs/{run}"
                : null
        );
}
