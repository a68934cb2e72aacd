namespace Benevoclic.Relay.Alerts;

enum AlertStatus
{
    Firing,
    Resolved,
}

/// <summary>One firing or resolved condition as Alertmanager sent it; every text in it may be hostile.</summary>
sealed record Alert
{
    public required string Name { get; init; }
    public required AlertStatus Status { get; init; }

    /// <summary>Alertmanager's hash of all labels: the identity of an incident.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Null while it fires: Alertmanager then sends the year 1.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Annotations { get; init; } = new Dictionary<string, string>();

    public string? Label(string name) => Labels.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    public string? Annotation(string name) => Annotations.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
