namespace Benevoclic.Cli.Alerts;

/// <summary>A silence as Alertmanager has it, and takes it (its API, version 2).</summary>
/// <param name="Matchers">All of them must fit an alert.</param>
sealed record Silence(
    IReadOnlyList<SilenceMatcher> Matchers,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string CreatedBy,
    string Comment
)
{
    /// <summary>Alertmanager gives it.</summary>
    public string? Id { get; init; }

    public SilenceStatus? Status { get; init; }

    public bool IsOver => Status is { State: "expired" };

    public bool Mutes(ActiveAlert alert) => Matchers.All(matcher => matcher.Fits(alert.Labels));

    /// <summary>Enough of its id to name it, as with commits.</summary>
    public string ShortId => Id?[..Math.Min(8, Id.Length)] ?? "";
}

/// <param name="State">active, pending or expired.</param>
sealed record SilenceStatus(string State);
