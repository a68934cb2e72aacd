namespace Benevoclic.Api.Dashboard;

/// <summary>As JavaScript rounds: halves go up, below zero too.</summary>
static class Rounding
{
    public static long Whole(double number) => (long)Math.Floor(number + 0.5);

    public static double Tenth(double number) => Math.Floor((number * 10) + 0.5) / 10;

    /// <summary>0 where there is nothing to divide by.</summary>
    public static long Percent(double part, double whole) => whole == 0 ? 0 : Whole(part / whole * 100);

    /// <inheritdoc cref="Percent"/>
    public static double Mean(double sum, double count) => count == 0 ? 0 : Tenth(sum / count);
}
