namespace Benevoclic.Cli.Deploying;

/// <summary>Who has the deploy lock of a host, or has frozen it.</summary>
sealed record LockHolder(string By, DateTimeOffset Since, string Why, string? Run = null);
