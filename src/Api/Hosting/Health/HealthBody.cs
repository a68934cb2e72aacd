namespace Benevoclic.Api.Hosting.Health;

/// <summary>The body of GET /health, key for key as the contract has it.</summary>
/// <param name="Uptime">Seconds since the start.</param>
sealed record HealthBody(string Status, DateTimeOffset Timestamp, double Uptime, string Environment);
