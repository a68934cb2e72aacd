namespace Benevoclic.Cli.Alerts;

/// <summary>What fires at one moment; <c>alerts --json</c> prints it.</summary>
/// <param name="ChainWorks">Watchdog is among Alertmanager's alerts: Prometheus evaluates, and its alerts arrive.</param>
/// <param name="Alerts">What fires, the longest first.</param>
/// <param name="Silences">Those in force or to come.</param>
sealed record AlertsReport(bool ChainWorks, IReadOnlyList<FiringAlert> Alerts, IReadOnlyList<Silence> Silences)
{
    /// <param name="alerts">Alertmanager's list.</param>
    /// <param name="silences">Alertmanager's list, expired ones too.</param>
    public static AlertsReport Of(IReadOnlyList<ActiveAlert> alerts, IReadOnlyList<Silence> silences)
    {
        var byId = silences.Where(silence => silence.Id is not null).ToDictionary(silence => silence.Id!);
        return new AlertsReport(
            alerts.Any(alert => alert.Name == ActiveAlert.Watchdog),
            [
                .. alerts
                    .Where(alert => alert.Name != ActiveAlert.Watchdog)
                    .OrderBy(alert => alert.StartsAt)
                    .Select(alert => new FiringAlert(
                        alert.Name,
                        alert.Severity,
                        alert.Subject,
                        alert.StartsAt,
                        alert.Annotations.GetValueOrDefault("summary"),
                        Longest(alert, byId)?.ShortId
                    )),
            ],
            [.. silences.Where(silence => !silence.IsOver).OrderBy(silence => silence.EndsAt)]
        );
    }

    static Silence? Longest(ActiveAlert alert, Dictionary<string, Silence> silences) =>
        alert.Status.SilencedBy.Select(silences.GetValueOrDefault).OfType<Silence>().MaxBy(silence => silence.EndsAt);
}

/// <param name="Subject">Its labels, without name and severity.</param>
/// <param name="Silence">Short id of the silence that mutes it; null when people hear of it.</param>
sealed record FiringAlert(
    string Name,
    string Severity,
    string Subject,
    DateTimeOffset Since,
    string? Summary,
    string? Silence
);
