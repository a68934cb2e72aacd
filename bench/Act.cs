using System.Globalization;
using System.Text.RegularExpressions;
using Benevoclic.Deployment.Traffic;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>Something that was done to a server while users asked it.</summary>
/// <param name="Seconds">How long it took.</param>
/// <param name="RoundTrips">How often it went to the server and back; null when it did not say.</param>
/// <param name="Users">What they saw of it.</param>
/// <param name="LoadAverage">How many wanted the processors in the last minute, our own users among them.</param>
sealed partial record Act(double Seconds, int? RoundTrips, LoadReport Users, double LoadAverage)
{
    /// <summary>What the command says of its own way: "in 4.2 s, 17 round trips".</summary>
    public static int? RoundTripsOf(CommandResult end) =>
        RoundTripsSaid().Match(end.Output) is { Success: true } said
            ? int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"(\d+) round trips")]
    private static partial Regex RoundTripsSaid();
}
