using Benevoclic.Relay.Alerts;

namespace Benevoclic.Relay.Incidents;

/// <summary>Where an incident stands. What is not in the book has no phase: it is over, or never was.</summary>
enum Phase
{
    Open,

    /// <summary>Alertmanager says that it is over; the relay has not seen it yet.</summary>
    Recovering,
}

/// <summary>An alert from its first firing to its end, told by one message.</summary>
/// <param name="Alert">As it was first announced: Alertmanager may move the start later.</param>
/// <param name="MessageId">The outbox's number of the message that announced it.</param>
sealed record Incident(Alert Alert, long MessageId, Phase Phase = Phase.Open);
