using System.Globalization;
using System.Text.RegularExpressions;
using Benevoclic.Harness;

namespace Benevoclic.Bench;

/// <summary>What `wrk` measured: a closed loop of 32 connections.</summary>
/// <param name="Failed">Answers that were no success, and connections that broke.</param>
sealed partial record Wrk(double PerSecond, double P99Milliseconds, long Failed)
{
    public const int Connections = 32;

    /// <param name="path">Lua for the path of one request; `n` is a number from 0 to <paramref name="count"/> - 1.</param>
    public static async Task<Wrk> RunAsync(Uri server, string path, int count, int seconds)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            script,
            $$"""
            request = function()
              local n = math.random(0, {{count - 1}})
              return wrk.format("GET", {{path}})
            end
            """
        );
        try
        {
            string[] arguments =
            [
                "-t2",
                $"-c{Connections}",
                $"-d{seconds}s",
                "--latency",
                "-s",
                script,
                server.AbsoluteUri,
            ];
            var result = await Shell.RunAsync(Repository.Root, new Dictionary<string, string>(), "wrk", arguments);
            return result.ExitCode == 0 ? Read(result.Output) : throw new InvalidOperationException($"wrk: {result}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    static Wrk Read(string output) =>
        new(
            Number(Rate().Match(output)),
            Number(Latency().Match(output)) * Factor(Latency().Match(output).Groups[2].Value),
            (long)(Number(Refused().Match(output)) + Broken().Matches(output).Sum(Number))
        );

    static double Number(Match match) =>
        match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    static double Factor(string unit) =>
        unit switch
        {
            "us" => 0.001,
            "ms" => 1,
            _ => 1000,
        };

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Latency();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Refused();

    [GeneratedRegex(@"(?:connect|read|write|timeout) (\d+)")]
    private static partial Regex Broken();
}
