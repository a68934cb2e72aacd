namespace Benevoclic.Deployment.Traffic;

/// <summary>What users saw.</summary>
/// <param name="Requests">That were answered, or failed.</param>
/// <param name="Repeated">Sent again because a kept connection was closed under them; exact once all is answered.</param>
/// <param name="LongestGap">Between two good answers, or before the first, or after the last.</param>
/// <param name="Releases">In the order in which they were first seen.</param>
/// <param name="P95">95 of 100 answers came within it.</param>
public sealed record LoadReport(
    int Requests,
    IReadOnlyList<FailedRequest> Failures,
    int Repeated,
    TimeSpan LongestGap,
    IReadOnlyList<ReleaseSeen> Releases,
    TimeSpan P95,
    TimeSpan Slowest
)
{
    public override string ToString() =>
        $"""
            {Requests} requests, {Failures.Count} failed, {Repeated} repeated, longest gap {LongestGap.TotalMilliseconds:0} ms, p95 {P95.TotalMilliseconds:0} ms, slowest {Slowest.TotalMilliseconds:0} ms
            {string.Join('\n', Releases)}
            {string.Join('\n', Failures.Take(20))}
            """;
}

/// <param name="SentAt">Since the load began.</param>
/// <param name="FailedAt">Since the load began.</param>
/// <param name="Connection">kept or new.</param>
/// <param name="What">The status code, or what the connection died of.</param>
public sealed record FailedRequest(TimeSpan SentAt, TimeSpan FailedAt, string Connection, string What)
{
    public override string ToString() =>
        $"{SentAt.TotalSeconds:0.000} s to {FailedAt.TotalSeconds:0.000} s, {Connection} connection: {What}";
}

/// <param name="Release">As X-Benevoclic-Release named it; empty where it named none.</param>
/// <param name="First">Its first good answer, since the load began.</param>
/// <param name="Last">Its last.</param>
public sealed record ReleaseSeen(string Release, TimeSpan First, TimeSpan Last, int Answers)
{
    public override string ToString() =>
        $"release {Release}: {Answers} answers from {First.TotalSeconds:0.000} s to {Last.TotalSeconds:0.000} s";
}
