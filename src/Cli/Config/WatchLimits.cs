namespace Benevoclic.Cli.Config;

/// <summary>
/// What a new release may not do while it is watched: <c>host.limits</c> in benevoclic.yaml, overridden by
/// <c>BENEVOCLIC_HOST__LIMITS__…</c>.
/// </summary>
/// <param name="Errors">Requests answered with 5xx, 0 to 100 percent.</param>
/// <param name="Latency">95th percentile, 1 to 60,000 milliseconds.</param>
/// <param name="Restarts">How often the engine may start it again, 0 to 100.</param>
/// <param name="Up">Prometheus' scrapes that must succeed, 0 to 100 percent.</param>
sealed record WatchLimits(int Errors, int Latency, int Restarts, int Up)
{
    const string Prefix = "BENEVOCLIC_HOST__LIMITS__";

    public static readonly WatchLimits Default = new(Errors: 5, Latency: 1000, Restarts: 0, Up: 50);

    public static WatchLimits Read(YamlSection? section, VariableReader variables)
    {
        var limits = new WatchLimits(
            Number("errors", 0, 100, Default.Errors),
            Number("latency", 1, 60_000, Default.Latency),
            Number("restarts", 0, 100, Default.Restarts),
            Number("up", 0, 100, Default.Up)
        );
        section?.RejectUnknownKeys();
        return limits;

        int Number(string key, int min, int max, int standard)
        {
            // The file is read first: a mistake that a variable hides is one all the same.
            var written = section?.Number(key, min, max);
            return variables.Number(Prefix + key.ToUpperInvariant(), min, max) ?? written ?? standard;
        }
    }
}
