namespace Benevoclic.Relay.Texts;

/// <summary>The small words on every card.</summary>
sealed record CardLabels
{
    public required string Since { get; init; }
    public required string Start { get; init; }
    public required string End { get; init; }
    public required string Duration { get; init; }
    public required string Service { get; init; }
    public required string Severity { get; init; }
    public required string Measured { get; init; }
    public required string Seen { get; init; }
    public required string ToDo { get; init; }
    public required string Links { get; init; }
    public required string Runbook { get; init; }
    public required string Health { get; init; }
    public required string Labels { get; init; }
    public required string Deployed { get; init; }
    public required string Over { get; init; }
    public required string Footer { get; init; }

    /// <summary>{status} and {ms}: what the relay saw when it asked the API itself.</summary>
    public required string HealthSeen { get; init; }

    public required string PrometheusSeen { get; init; }
}
