using System.Globalization;

namespace Benevoclic.Bench;

/// <summary>The same thing, done several times.</summary>
/// <param name="Limit">Seconds that it may take; null when nothing was promised.</param>
/// <param name="Users">Requests a second to the API meanwhile.</param>
sealed record Acts(string What, double? Limit, int Users, IReadOnlyList<Act> Runs)
{
    public const string Head = """
        | what | requests/s | runs | best s | median s | worst s | promised s | worst ÷ promised | round trips | failed requests | load average |
        |---|---|---|---|---|---|---|---|---|---|---|
        """;

    public double Median => Runs.Select(run => run.Seconds).Order().ElementAt(Runs.Count / 2);

    public override string ToString()
    {
        var seconds = Runs.Select(run => run.Seconds).ToList();
        var trips = Runs.Max(run => run.RoundTrips);
        var (failed, all) = (Runs.Sum(run => run.Users.Failures.Count), Runs.Sum(run => run.Users.Requests));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {What} | {Users} | {Runs.Count} | {seconds.Min():0.00} | {Median:0.00} | {seconds.Max():0.00} | {Limit:0.0} | {seconds.Max() / Limit:0.00} | {trips} | {failed} of {all} | {Runs.Max(run => run.LoadAverage):0.0} |"
        );
    }
}
