namespace Benevoclic.Relay.Incidents;

/// <summary>What the relay saw when it went to look whether something is up again.</summary>
/// <param name="Obstacle">Why it is not a recovery yet; null when it is.</param>
/// <param name="HealthStatus">The answer of the API's /health, when it was asked.</param>
sealed record Sighting(string? Obstacle, int? HealthStatus = null, TimeSpan? Took = null)
{
    public bool IsRecovery => Obstacle is null;
}
