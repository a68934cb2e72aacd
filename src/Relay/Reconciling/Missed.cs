using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Neighbours;

namespace Benevoclic.Relay.Reconciling;

/// <summary>Which of the alerts on Prometheus' record nobody was told of.</summary>
static class Missed
{
    /// <summary>The record has one entry every few seconds, and Alertmanager's times are not quite Prometheus'.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);

    /// <summary>What fired so shortly before the end of the record may go on: Alertmanager brings it.</summary>
    static readonly TimeSpan Lasting = TimeSpan.FromSeconds(10);

    /// <param name="known">Incidents of that time.</param>
    /// <param name="until">The end of the record.</param>
    public static IEnumerable<FiringTime> Of(
        IReadOnlyList<FiringTime> fired,
        IReadOnlyList<Incident> known,
        DateTimeOffset until
    ) =>
        fired.Where(one =>
            one.Name is not (AlertType.Watchdog or AlertType.PathTest)
            && until - one.Last > Lasting
            && !known.Any(incident => IsThat(incident, one))
        );

    static bool IsThat(Incident incident, FiringTime one) =>
        incident.StartsAt - Slack <= one.Last
        && one.First <= (incident.EndsAt ?? DateTimeOffset.MaxValue - Slack) + Slack
        // Alertmanager may know more labels of it: Prometheus adds its external ones on the way there.
        && one.Labels.All(label => incident.Alert.Labels.GetValueOrDefault(label.Key) == label.Value);
}
