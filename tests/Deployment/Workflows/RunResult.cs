namespace Benevoclic.Deployment.Workflows;

/// <summary>What a workflow run left behind.</summary>
/// <param name="Jobs">How each job ended: success, failure, skipped. Those of a called workflow are called <c>caller/job</c>.</param>
/// <param name="Log">All that its steps wrote.</param>
/// <param name="Summary">Its page.</param>
public sealed record RunResult(IReadOnlyDictionary<string, string> Jobs, string Log, string Summary)
{
    public override string ToString() =>
        $"{string.Join(", ", Jobs.Select(job => $"{job.Key}: {job.Value}"))}\n{Log}\n--- summary\n{Summary}";
}
