using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Reconciling;

/// <summary>What differs between the incidents here and the alerts there.</summary>
/// <param name="Unknown">They fire there, for all to hear, and are not open here; and whether Prometheus confirms it.</param>
/// <param name="Missing">They are open here, and nobody fires them there.</param>
/// <param name="Muted">Incidents that are listed there, each with the silences that mute it; none for most.</param>
sealed record Comparison(
    IReadOnlyList<(Alert Alert, bool IsConfirmed)> Unknown,
    IReadOnlyList<Incident> Missing,
    IReadOnlyList<(Incident Incident, IReadOnlyList<string> Silences)> Muted
)
{
    /// <param name="lasting">Ours.</param>
    /// <param name="listed">
    /// Alertmanager's: empty for a minute after it was restarted; and it keeps an alert for 4 minutes after Prometheus was.
    /// </param>
    /// <param name="rules">Prometheus', which therefore has the last word; null: it is silent.</param>
    public static Comparison Of(
        IReadOnlyList<Incident> lasting,
        IReadOnlyList<ListedAlert> listed,
        IReadOnlyList<RuleState>? rules
    )
    {
        var there = listed.DistinctBy(one => one.Alert.Fingerprint).ToDictionary(one => one.Alert.Fingerprint);
        var open = lasting
            .Where(incident => incident.Phase == Phase.Open)
            .Select(incident => incident.Alert.Fingerprint)
            .ToHashSet();
        return new Comparison(
            [
                .. there
                    .Values.Where(one => one.IsHeard && IsIncident(one.Alert) && !open.Contains(one.Alert.Fingerprint))
                    .Where(one => Fires(rules, one.Alert) != false)
                    .Select(one => (one.Alert, Fires(rules, one.Alert) == true)),
            ],
            [
                .. lasting.Where(incident =>
                    there.ContainsKey(incident.Alert.Fingerprint)
                        ? Fires(rules, incident.Alert) == false
                        : Fires(rules, incident.Alert) != true
                ),
            ],
            [
                .. lasting
                    .Where(incident => there.ContainsKey(incident.Alert.Fingerprint))
                    .Select(incident => (incident, there[incident.Alert.Fingerprint].Silences)),
            ]
        );
    }

    static bool IsIncident(Alert alert) => alert.Name is not (AlertType.Watchdog or AlertType.PathTest);

    /// <summary>Null: Prometheus does not say, or has no such rule.</summary>
    static bool? Fires(IReadOnlyList<RuleState>? rules, Alert alert)
    {
        var own = rules?.Where(rule => rule.Name == alert.Name).ToList();
        return own is not { Count: > 0 } ? null
            : own.Any(rule => rule.Fires(alert)) ? true
            : own.All(rule => rule.IsWell) ? false
            : null;
    }
}
