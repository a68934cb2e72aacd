namespace Benevoclic.Cli.Alerts;

/// <summary>An alert as Alertmanager has it (its API, version 2).</summary>
/// <param name="StartsAt">When Prometheus first fired it.</param>
sealed record ActiveAlert(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyDictionary<string, string> Annotations,
    DateTimeOffset StartsAt,
    AlertStatus Status
)
{
    /// <summary>Always fires; its absence is the alarm.</summary>
    public const string Watchdog = "Watchdog";

    public string Name => Labels.GetValueOrDefault("alertname") ?? "";

    public string Severity => Labels.GetValueOrDefault("severity") ?? "";

    /// <summary>What it is about: its labels but for those that a person reads elsewhere.</summary>
    public string Subject =>
        string.Join(
            ", ",
            Labels
                .Where(label => label.Key is not ("alertname" or "severity"))
                .OrderBy(label => label.Key, StringComparer.Ordinal)
                .Select(label => $"{label.Key}={label.Value}")
        );
}

/// <param name="SilencedBy">Ids of the silences that mute it.</param>
sealed record AlertStatus(string State, IReadOnlyList<string> SilencedBy);
