namespace Benevoclic.Bench.Relay;

static class Percentile
{
    /// <param name="share">0 to 1.</param>
    public static double Of(IReadOnlyCollection<double> values, double share) =>
        values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);
}
