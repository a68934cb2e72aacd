using System.Globalization;

namespace Benevoclic.Bench;

/// <summary>What was promised and what was measured, a row each, told as soon as it is known.</summary>
sealed class Promises
{
    readonly TextWriter _output = Console.Out;
    int _broken;

    public Promises() => _output.WriteLine("| what | measured | promised | kept |\n|---|---|---|---|");

    public bool AreKept => _broken == 0;

    /// <summary>Measures groups of promises, one after the other, and says on what machine.</summary>
    /// <param name="groups">All there are, by name.</param>
    /// <param name="names">Those that are wanted; all when there is none.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Whether every promise was kept.</returns>
    public static async Task<bool> MeasureAsync(
        IReadOnlyDictionary<string, Func<Promises, CancellationToken, Task>> groups,
        IReadOnlyCollection<string> names,
        CancellationToken ct
    )
    {
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        var promises = new Promises();
        foreach (var name in names.Count == 0 ? groups.Keys : names)
            await groups[name](promises, ct);
        return promises.AreKept;
    }

    /// <summary>A number that nobody promised.</summary>
    public void Tell(string what, FormattableString measured) => Write(what, measured, "", "");

    public void AtLeast(string what, FormattableString measured, double number, double promised) =>
        Check(what, measured, $"at least {Text(promised)}", number >= promised);

    public void Under(string what, FormattableString measured, double number, double promised, string unit = "") =>
        Check(what, measured, $"under {Text(promised)} {unit}".TrimEnd(), number < promised);

    public void NoneFailed(string what, long failed) => Check(what, $"{failed} failed", "0", failed == 0);

    public void Skip(string what, string why) => Write(what, $"not measured: {why}", "", "");

    void Check(string what, FormattableString measured, string promised, bool isKept)
    {
        _broken += isKept ? 0 : 1;
        Write(what, measured, promised, isKept ? "yes" : "**no**");
    }

    void Write(string what, FormattableString measured, string promised, string kept) =>
        _output.WriteLine($"| {what} | {FormattableString.Invariant(measured)} | {promised} | {kept} |");

    static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
