using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Local;

/// <summary>What to say when a service did not become healthy.</summary>
static class FailedStart
{
    const string LastLinesFollow = " Its last lines:\n";

    /// <param name="service">Which.</param>
    /// <param name="exitCode">As <see cref="Child.Ended"/> gives it.</param>
    /// <param name="lastLines">See <see cref="LastLines"/>.</param>
    public static CommandException Ended(Service service, int exitCode, string lastLines) =>
        new(
            ExitCode.Failed,
            $"{service.Name} {Ending(exitCode)} before {service.Probe} answered.{LastLinesFollow}{lastLines}",
            Mend(service, lastLines)
        );

    public static CommandException Mute(string name, Probe probe, TimeSpan limit, string lastLines) =>
        new(
            ExitCode.Failed,
            $"{name} runs, but {probe.Url} did not answer within {limit.TotalSeconds:0} s ({probe.LastAnswer}).{LastLinesFollow}{lastLines}",
            $"Look further with: ./benevoclic logs {name}"
        );

    /// <summary>A program that names one of its variables complains about it, and only a new `up` reads variables again.</summary>
    static string Mend(Service service, string lastLines) =>
        service.Environment.Keys.FirstOrDefault(name => lastLines.Contains(name, StringComparison.Ordinal)) is { } named
            ? $"Set {named} right, then type: ./benevoclic down, and ./benevoclic up"
            : $"Mend it, then type: ./benevoclic start {service.Name}";

    /// <summary>Its first sentence, for a table.</summary>
    public static string InShort(CommandException failure) => failure.Message.Split(LastLinesFollow)[0].Split('\n')[0];

    public static string Ending(int exitCode) =>
        exitCode > 128 ? $"was ended by signal {exitCode - 128}" : $"ended with exit code {exitCode}";

    /// <summary>Of the start at this moment only: the log also holds those of earlier ones, by the millisecond.</summary>
    public static string LastLines(string log, DateTimeOffset launchedAt)
    {
        var lines = LogReader
            .Last(log, 10)
            .Lines.Where(line => line.At >= launchedAt.AddMilliseconds(-1))
            .Select(line => $"    {line.Text}")
            .ToList();
        return lines.Count == 0 ? "    (none)" : string.Join('\n', lines);
    }
}
