using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>Incidents in every state.</summary>
static class AnIncident
{
    public static Incident Of(Alert alert) => new() { Alert = alert, HeardAt = alert.StartsAt.AddSeconds(4.2) };

    public static Incident Of(AnAlert alert) => Of(alert.Parsed);

    public static Incident Over(this Incident incident, TimeSpan lasted) =>
        incident with
        {
            Phase = Phase.Closed,
            EndsAt = incident.StartsAt + lasted,
            ClosedAt = incident.StartsAt + lasted,
            Proof = new Sighting(Doubt.None, 200, TimeSpan.FromMilliseconds(43.4)),
        };

    public static Incident InDeploy(this Incident incident, string service, string release, bool isInside) =>
        incident with
        {
            Deploy = new DeployMark(
                "d1",
                service,
                release,
                isInside,
                incident.StartsAt.AddMinutes(-1),
                incident.StartsAt.AddSeconds(30)
            ),
        };
}
