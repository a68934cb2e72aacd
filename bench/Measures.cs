using System.Diagnostics;
using System.Globalization;

namespace Benevoclic.Bench;

/// <summary>Several runs of one thing, in seconds.</summary>
sealed record Measures(string What, IReadOnlyList<double> Seconds, double Limit)
{
    public double Worst => Seconds.Max();

    public static async Task<Measures> TakeAsync(
        string what,
        int runs,
        double limit,
        Func<Task<double>> run,
        CancellationToken ct
    )
    {
        var seconds = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            ct.ThrowIfCancellationRequested();
            seconds.Add(await run());
            Console.Error.Write('.');
        }
        Console.Error.WriteLine($" {what}");
        return new Measures(what, seconds, limit);
    }

    public static async Task<double> TimeAsync(Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        return watch.Elapsed.TotalSeconds;
    }

    public static void Print(IEnumerable<Measures> rows)
    {
        Console.WriteLine("| what | runs | best s | median s | worst s | promised s | worst ÷ promised |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            Console.WriteLine(row);
        }
    }

    /// <summary>One row: best, median, worst, and the worst as a share of what is promised.</summary>
    public override string ToString()
    {
        var sorted = Seconds.Order().ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {What} | {sorted.Count} | {sorted[0]:0.00} | {sorted[sorted.Count / 2]:0.00} | {Worst:0.00} | {Limit:0.0} | {Worst / Limit:0.00} |"
        );
    }
}
