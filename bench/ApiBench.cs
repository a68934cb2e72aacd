using System.Globalization;

namespace Benevoclic.Bench;

/// <summary>How fast the API answers, as shares of what an endpoint without any work gets from the same process in the same run.</summary>
static class ApiBench
{
    const int Stored = 10_000;
    const int Rounds = 3;
    const int Seconds = 6;

    static readonly Question[] Questions =
    [
        new("GET /empty, does nothing", $"\"{ApiServer.Empty}\"", null),
        new("GET /volunteer/:id", "\"/volunteer/volunteer\" .. n", 0.4),
        new("GET /association/by-id/:id", "\"/association/by-id/association\" .. n", 0.4),
    ];

    public static async Task RunAsync(CancellationToken ct)
    {
        Console.WriteLine(
            $"{Machine.Describe()}; {Stored} volunteers and associations in SQLite, {Wrk.Connections} connections"
        );
        Console.WriteLine();
        var start = await Measures.TakeAsync("API start to first 200", 10, 1, FirstAnswer.TimeAsync, ct);
        var data = Directory.CreateTempSubdirectory("benevoclic-bench-");
        try
        {
            Print(await RoundsAsync(data, ct));
            Console.WriteLine();
            Console.WriteLine(await MemoryAsync(data, ct));
        }
        finally
        {
            data.Delete(recursive: true);
        }
        Console.WriteLine();
        Console.WriteLine("| what | runs | best s | median s | worst s | promised s | worst ÷ promised |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Console.WriteLine(start);
    }

    static async Task<string> MemoryAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var api = await ApiRun.RealAsync(data, ct);
        var atRest = api.Memory;
        foreach (var question in Questions.Where(question => question.Share is not null))
            await Wrk.RunAsync(api.Address, question.Path, Stored, Seconds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"resident memory: {atRest:0} MB after the start, {api.Memory:0} MB after the load; promised: 150"
        );
    }

    // In turns, so that what else the machine does falls on all of them.
    static async Task<ILookup<Question, Wrk>> RoundsAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var api = await ApiRun.FilledAsync(data, Stored, ct);
        var runs = new List<(Question Question, Wrk Run)>();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var question in Questions)
            {
                ct.ThrowIfCancellationRequested();
                var run = await Wrk.RunAsync(api.Address, question.Path, Stored, Seconds);
                Console.Error.Write('.');
                // The first round is the compiler's.
                if (round > 0)
                    runs.Add((question, run));
            }
        }
        Console.Error.WriteLine();
        return runs.ToLookup(run => run.Question, run => run.Run);
    }

    static void Print(ILookup<Question, Wrk> runs)
    {
        Console.WriteLine("| what | requests/s, median | worst p99 ms | failed | share of the empty one | promised |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var empty = Median(runs[Questions[0]]);
        foreach (var question in Questions)
        {
            var own = runs[question].ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {question.What} | {Median(own):0} | {own.Max(run => run.P99Milliseconds):0.0} | {own.Sum(run => run.Failed)} | {Median(own) / empty:0.00} | {question.Share} |"
                )
            );
        }
    }

    static double Median(IEnumerable<Wrk> runs) => runs.Select(run => run.PerSecond).Order().ElementAt(Rounds / 2);

    /// <param name="Path">Lua: see <see cref="Wrk.RunAsync"/>.</param>
    /// <param name="Share">What was promised, of the empty endpoint's throughput.</param>
    sealed record Question(string What, string Path, double? Share);
}
