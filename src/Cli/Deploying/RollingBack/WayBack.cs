namespace Benevoclic.Cli.Deploying.RollingBack;

/// <summary>What a rollback does to one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="To">The release to go back to; null when it stays as it is.</param>
/// <param name="Why">Why it stays; null when it goes back.</param>
sealed record WayBack(string Service, Release? To, string? Why = null);
