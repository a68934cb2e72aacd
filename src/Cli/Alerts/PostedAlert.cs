namespace Benevoclic.Cli.Alerts;

/// <summary>An alert of our own, as Alertmanager takes it.</summary>
/// <param name="EndsAt">In the past: it is over.</param>
sealed record PostedAlert(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt
);
