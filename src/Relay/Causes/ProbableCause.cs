namespace Benevoclic.Relay.Causes;

/// <summary>The kinds of trouble that a dozen questions to Prometheus can tell apart.</summary>
enum CauseKind
{
    DeployedJustNow,
    MachineRestarted,
    OutOfMemory,
    DiskFull,
    AllTargetsGone,
    OnlyMetricsGone,
    ProcessRestarted,
    StolenProcessor,
    BusyProcessor,
    OneRoute,
    ProcessGone,
}

/// <summary>How sure the sentence may sound.</summary>
enum Confidence
{
    Possible,
    Likely,
    Sure,
}

/// <param name="Detail">A number or a name that was measured, such as a route; text from outside.</param>
/// <param name="Query">The question to Prometheus whose answer says so, for people to ask again; null when it was not Prometheus.</param>
sealed record ProbableCause(CauseKind Kind, Confidence Confidence, string? Detail = null, string? Query = null);
