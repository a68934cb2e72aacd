using System.Text.Json.Serialization;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Deploys;

namespace Benevoclic.Relay.Incidents;

/// <summary>Where an incident stands.</summary>
enum Phase
{
    Open,

    /// <summary>It is said to be over; the relay has not seen it yet.</summary>
    Recovering,

    /// <summary>It is said to be over and cannot be seen: shown in grey, because green would be a guess.</summary>
    Unknown,
    Closed,
}

/// <summary>What people were told last.</summary>
enum Told
{
    Nothing,
    Open,
    Ended,
}

/// <summary>Why the relay does not believe that it is over.</summary>
enum Doubt
{
    None,

    /// <summary>Prometheus does not answer. When it dies, all its alerts "end" four minutes later.</summary>
    PrometheusSilent,

    /// <summary>Prometheus does not see the target, so the rule has nothing to measure and "ends".</summary>
    TargetGone,

    /// <summary>Prometheus could not evaluate the rule.</summary>
    RuleBroken,

    /// <summary>Prometheus fires it all the same.</summary>
    StillFiring,

    /// <summary>The API's /health does not answer well.</summary>
    Unhealthy,
}

/// <summary>An alert from its first firing to its end, told by one card.</summary>
sealed record Incident
{
    /// <summary>Its number in the journal; 0 before it is there.</summary>
    [JsonIgnore]
    public long Id { get; init; }

    /// <summary>As it was last heard firing, but with the start that it was announced with: Alertmanager may move it.</summary>
    public required Alert Alert { get; init; }

    public Phase Phase { get; init; }
    public Told Told { get; init; }

    /// <summary>When the relay heard of it first.</summary>
    public required DateTimeOffset HeardAt { get; init; }

    /// <summary>When it was said to be over, by our clock.</summary>
    public DateTimeOffset? SaidOverAt { get; init; }

    /// <summary>The end that Alertmanager gave; only believed once it was seen.</summary>
    public DateTimeOffset? GivenEnd { get; init; }

    public DateTimeOffset? EndsAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How often it came back within a few minutes.</summary>
    public int Relapses { get; init; }

    public Doubt Doubt { get; init; }

    /// <summary>What proved the end.</summary>
    public Sighting? Proof { get; init; }

    public Silence? Silence { get; init; }
    public ProbableCause? Cause { get; init; }

    /// <summary>When Prometheus last measured the target well before it began.</summary>
    public DateTimeOffset? LastGood { get; init; }

    /// <summary>When Discord stored its card, by Discord's clock.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>The deploy in which, or shortly after which, it began.</summary>
    public DeployMark? Deploy { get; init; }

    /// <summary>Found by comparing with Alertmanager, not brought by it.</summary>
    public bool IsCaughtUp { get; init; }

    /// <summary>Told in a list with others, on a message that all of them share.</summary>
    public bool IsGathered { get; init; }

    /// <summary>The journal's number of the message that tells it.</summary>
    public long? Message { get; init; }

    [JsonIgnore]
    public DateTimeOffset StartsAt => Alert.StartsAt;

    [JsonIgnore]
    public bool IsClosed => Phase == Phase.Closed;

    /// <summary>It happens within a deploy and within that deploy's limit: expected, hence blue and without a cry.</summary>
    [JsonIgnore]
    public bool IsExpected => Deploy is { IsInside: true, IsOverdue: false };

    public TimeSpan LastedUntil(DateTimeOffset end) => end > StartsAt ? end - StartsAt : TimeSpan.Zero;
}

/// <summary>Somebody muted it in Alertmanager.</summary>
sealed record Silence(string By, DateTimeOffset Until, string Comment);
