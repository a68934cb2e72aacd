namespace Benevoclic.Cli.Proofs;

/// <summary>Where a service shows its metrics.</summary>
/// <param name="Path">The HTTP path that Prometheus scrapes.</param>
/// <param name="Later">Metrics that a release which is well and new does not have yet: they appear with a certain event.</param>
sealed record ServiceMetrics(string Path, IReadOnlyList<string> Later);
