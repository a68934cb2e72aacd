namespace Benevoclic.Cli.Deploying.Receipts;

/// <summary>A moment of a <see cref="Prober"/>.</summary>
/// <param name="Probes">How many answers it had until then.</param>
/// <param name="Count">What the proxy had counted until then; null when it did not say.</param>
readonly record struct ProberMark(int Probes, ProxyCount? Count);
