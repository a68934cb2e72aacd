namespace Benevoclic.Relay.Incidents;

/// <summary>What the relay saw when it went to look whether something is over.</summary>
/// <param name="Doubt">Why it is not a recovery yet; none when it is.</param>
/// <param name="HealthStatus">The answer of the API's /health, when it was asked.</param>
sealed record Sighting(Doubt Doubt, int? HealthStatus = null, TimeSpan? Took = null)
{
    public bool IsRecovery => Doubt == Doubt.None;
}
