namespace Benevoclic.Cli.Deploying.Announcing;

/// <summary>What people are told of a deploy; the receiver's side is <c>src/Relay/Deploys</c>.</summary>
/// <param name="Deploy">The act's id; the services of one act share a message.</param>
/// <param name="State">started, committed, undone or stuck.</param>
/// <param name="Previous">The release that served before; null when there was none.</param>
/// <param name="LimitSeconds">How long the service may be away before that is an outage.</param>
/// <param name="Receipt">At the end: what users saw, or why it failed.</param>
sealed record DeployNews(
    string Deploy,
    string Service,
    string Release,
    string State,
    string? Previous,
    string By,
    bool IsRollback,
    int LimitSeconds,
    string? Receipt,
    DateTimeOffset At
);
