namespace Benevoclic.Cli.Checks;

/// <summary>A check that found nothing wrong.</summary>
/// <param name="Name"><c>stack/name: command</c></param>
/// <param name="NotRun">Why it did not run here; null when it ran.</param>
sealed record FileCheck(string Name, string? NotRun);
