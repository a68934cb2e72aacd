using System.Globalization;
using Benevoclic.Harness;

namespace Benevoclic.Bench.Api;

/// <summary>What `wrk` measured: users who ask again as soon as they are answered.</summary>
/// <param name="Requests">How many were answered.</param>
/// <param name="Failed">Answers of 400 and more, and connections that broke.</param>
sealed record Wrk(double PerSecond, long Requests, double P50, double P99, long Failed)
{
    public const int Clients = 32;

    const int Threads = 2;
    const string Result = "result ";

    // Each thread has a Lua of its own: `worker` is its number, from 0; n(count) is a random number from 0 to count - 1.
    const string Frame = """
        local threads = 0
        function setup(it) it:set("worker", threads); threads = threads + 1 end
        function init() math.randomseed(4711 + worker) end
        function n(count) return math.random(0, count - 1) end
        function post(path, body)
          return wrk.format("POST", path, { ["Content-Type"] = "application/json" }, body)
        end
        function done(summary, latency)
          local e = summary.errors
          io.write(string.format("result %d %d %d %f %f\n", summary.requests, summary.duration,
            e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
        end

        """;

    /// <param name="script">Lua that has a function `request`.</param>
    public static async Task<Wrk> RunAsync(Uri server, string script, int seconds, int clients = Clients)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Frame + script);
        try
        {
            string[] arguments =
            [
                $"-t{Math.Min(Threads, clients)}",
                $"-c{clients}",
                $"-d{seconds}s",
                "--latency",
                "-s",
                file,
                server.AbsoluteUri,
            ];
            var run = await Shell.RunAsync(Repository.Root, new Dictionary<string, string>(), "wrk", arguments);
            return run.ExitCode == 0 && run.Output.Contains(Result, StringComparison.Ordinal)
                ? Read(run.Output)
                : throw new InvalidOperationException($"wrk: {run}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Lua for one GET; <paramref name="path"/> is Lua too.</summary>
    public static string Get(string path) => $"function request() return wrk.format('GET', {path}) end";

    /// <summary>Of several runs: speeds are medians, times the worst.</summary>
    public static Wrk Of(IReadOnlyCollection<Wrk> runs) =>
        new(
            Median(runs.Select(run => run.PerSecond)),
            runs.Sum(run => run.Requests),
            runs.Max(run => run.P50),
            runs.Max(run => run.P99),
            runs.Sum(run => run.Failed)
        );

    public static double Median(IEnumerable<double> values) =>
        values.Order().ToList() is var all ? all[all.Count / 2] : 0;

    static Wrk Read(string output)
    {
        var line = output.Split('\n').First(line => line.StartsWith(Result, StringComparison.Ordinal));
        var numbers = line[Result.Length..]
            .Split(' ')
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))
            .ToList();
        const double Microseconds = 1e6;
        const double Milliseconds = 1e3;
        return new(
            numbers[0] / (numbers[1] / Microseconds),
            (long)numbers[0],
            numbers[3] / Milliseconds,
            numbers[4] / Milliseconds,
            (long)numbers[2]
        );
    }
}
