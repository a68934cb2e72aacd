using System.Text.Json.Serialization;

namespace Benevoclic.Cli.Reports;

/// <summary>An incident of the relay's journal, as it shows it at /incidents.</summary>
/// <param name="Phase">open, recovering, unknown or closed.</param>
/// <param name="StartsAt">When its alert fired.</param>
/// <param name="HeardAt">When the relay heard of it.</param>
/// <param name="ShownAt">When Discord had its message; null before.</param>
/// <param name="EndsAt">Null while it lasts.</param>
/// <param name="Relapses">How often it came back within a few minutes.</param>
/// <param name="LastGood">When Prometheus last measured the target well before it.</param>
/// <param name="IsExpected">It happened within a deploy and its limit.</param>
sealed record RecordedIncident(
    string Name,
    string Severity,
    string Phase,
    DateTimeOffset StartsAt,
    DateTimeOffset HeardAt,
    DateTimeOffset? ShownAt,
    DateTimeOffset? EndsAt,
    int Relapses,
    DateTimeOffset? LastGood,
    bool IsExpected,
    bool IsCaughtUp
)
{
    [JsonIgnore]
    public bool IsUnknown => Phase == "unknown";

    /// <summary>
    /// An alert starts when it fires, which is after its rule's <c>for</c>; the trouble itself began after the last good measurement, and
    /// before the next.
    /// </summary>
    [JsonIgnore]
    public DateTimeOffset BeganAt => LastGood is { } good && good < StartsAt ? good : StartsAt;

    /// <summary>From its beginning to its end; null while it lasts.</summary>
    [JsonIgnore]
    public TimeSpan? Lasted => EndsAt - BeganAt;

    /// <summary>How much of it lies between two moments.</summary>
    public TimeSpan Within(DateTimeOffset from, DateTimeOffset to) =>
        new Stretch(BeganAt, EndsAt ?? DateTimeOffset.MaxValue).Within(from, to).Length;
}
