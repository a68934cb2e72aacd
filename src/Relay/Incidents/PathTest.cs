using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Incidents;

/// <summary>The test of the alert path by one deploy, told by one message.</summary>
/// <param name="Deploy">The deploy's id.</param>
/// <param name="MessageId">The outbox's number of the message.</param>
/// <param name="Alerts">One for each service that the deploy has brought so far.</param>
sealed record PathTest(string Deploy, long MessageId, IReadOnlyList<Alert> Alerts)
{
    public bool Covers(string? service) => Alerts.Any(alert => ServiceOf(alert) == service);

    public static string DeployOf(Alert alert) => alert.Label("deploy") ?? alert.Fingerprint;

    public static string? ServiceOf(Alert alert) => alert.Label("service");
}
