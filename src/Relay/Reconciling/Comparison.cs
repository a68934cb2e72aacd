using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Reconciling;

/// <summary>What differs between the incidents here and the alerts there.</summary>
/// <param name="Unknown">They fire there, for all to hear, and are not open here; and whether Prometheus confirms it.</param>
/// <param name="Missing">They are open here, and nobody fires them there.</param>
/// <param name="Muted">Incidents that are muted here or there, each with the silences that do it there.</param>
sealed record Comparison(
    IReadOnlyList<(Alert Alert, bool IsConfirmed)> Unknown,
    IReadOnlyList<Incident> Missing,
    IReadOnlyList<(Incident Incident, IReadOnlyList<string> Silences)> Muted
)
{
    /// <param name="open">The fingerprints of ours that were open before the others were asked for.</param>
    /// <param name="lasting">Ours, as they come from the journal: once only, and none of them is kept that has nothing to do.</param>
    /// <param name="listed">
    /// Alertmanager's: empty for a minute after it was restarted; and it keeps an alert for 4 minutes after Prometheus was.
    /// </param>
    /// <param name="rules">Prometheus', which therefore has the last word; null: it is silent.</param>
    public static Comparison Of(
        IEnumerable<string> open,
        IEnumerable<Incident> lasting,
        IReadOnlyList<ListedAlert> listed,
        IReadOnlyList<RuleState>? rules
    )
    {
        var there = listed.DistinctBy(one => one.Alert.Fingerprint).ToDictionary(one => one.Alert.Fingerprint);
        var known = open.ToHashSet();
        var missing = new List<Incident>();
        var muted = new List<(Incident, IReadOnlyList<string>)>();
        foreach (var incident in lasting)
        {
            var listing = there.GetValueOrDefault(incident.Alert.Fingerprint);
            if (Fires(rules, incident.Alert) is var fires && (listing is null ? fires != true : fires == false))
                missing.Add(incident);
            if (listing is not null && (listing.Silences.Count > 0 || incident.Silence is not null))
                muted.Add((incident, listing.Silences));
        }
        return new Comparison(
            [
                .. there
                    .Values.Where(one => one.IsHeard && IsIncident(one.Alert) && !known.Contains(one.Alert.Fingerprint))
                    .Where(one => Fires(rules, one.Alert) != false)
                    .Select(one => (one.Alert, Fires(rules, one.Alert) == true)),
            ],
            missing,
            muted
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
