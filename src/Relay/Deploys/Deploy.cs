using System.Text.Json.Serialization;
using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Deploys;

enum DeployEnd
{
    Committed,

    /// <summary>The old release serves again.</summary>
    Undone,

    /// <summary>It could not even be undone.</summary>
    Stuck,

    /// <summary>Nobody said how it ended: the deploying machine is gone.</summary>
    Lost,
}

/// <summary>One service being brought to one release, as `benevoclic deploy` announces it.</summary>
sealed record Deploy
{
    /// <summary>The act's id: several services may share one.</summary>
    public required string Id { get; init; }
    public required string Service { get; init; }
    public required string Release { get; init; }

    /// <summary>The release that served before; null when there was none.</summary>
    public string? Previous { get; init; }
    public string? By { get; init; }
    public bool IsRollback { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long the service may be away.</summary>
    public required TimeSpan Limit { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DeployEnd? End { get; init; }

    /// <summary>What users saw meanwhile; or why it failed.</summary>
    public string? Receipt { get; init; }

    /// <summary>Trouble that begins later than that after a deploy has another cause.</summary>
    public static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(10);

    [JsonIgnore]
    public DateTimeOffset Deadline => StartedAt + Limit;

    /// <summary>Null when this alert has nothing to do with it.</summary>
    public DeployMark? MarkFor(Alert alert, DateTimeOffset at)
    {
        var isInside = EndedAt is null && at < Deadline && IsOf(alert);
        var isAfter = End == DeployEnd.Committed && at - EndedAt < Aftermath;
        return isInside || isAfter
            ? new DeployMark(Id, Service, Release, isInside, EndedAt ?? StartedAt, Deadline)
            : null;
    }

    /// <summary>The job of a service is named after it, with or without our name before it.</summary>
    public bool IsOf(Alert alert) =>
        alert.Label("job") is { } job && (job == Service || job == $"benevoclic-{Service}");
}

/// <summary>What an incident remembers of a deploy.</summary>
/// <param name="IsInside">It began while the deploy ran; otherwise shortly after.</param>
/// <param name="At">When the deploy began, or when it ended if it has.</param>
/// <param name="IsOverdue">The deploy's limit passed without the service's return.</param>
sealed record DeployMark(
    string Id,
    string Service,
    string Release,
    bool IsInside,
    DateTimeOffset At,
    DateTimeOffset Deadline,
    bool IsOverdue = false
);
