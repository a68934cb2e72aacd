using System.Globalization;

namespace Benevoclic.Cli.Output;

/// <summary>Lengths of time for people.</summary>
static class Spans
{
    /// <summary>Two units at most: <c>8 s</c>, <c>4 min 12 s</c>, <c>3 h 5 min</c>, <c>2 d 4 h</c>.</summary>
    public static string Words(TimeSpan span) =>
        span switch
        {
            { TotalSeconds: < 1 } => "0 s",
            { TotalMinutes: < 1 } => $"{span.Seconds} s",
            { TotalHours: < 1 } => Two(span.Minutes, "min", span.Seconds, "s"),
            { TotalDays: < 1 } => Two(span.Hours, "h", span.Minutes, "min"),
            _ => Two((int)span.TotalDays, "d", span.Hours, "h"),
        };

    /// <summary>With a tenth, for what is measured: <c>8.1 s</c>.</summary>
    public static string Seconds(TimeSpan span) =>
        $"{span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s";

    static string Two(int first, string unit, int second, string secondUnit) =>
        second == 0 ? $"{first} {unit}" : $"{first} {unit} {second} {secondUnit}";
}
