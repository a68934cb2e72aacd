namespace Benevoclic.Cli.Alerts;

/// <summary>Which silence somebody means by the beginning of its id.</summary>
static class SilenceChoice
{
    /// <exception cref="CommandException">None, or more than one.</exception>
    public static Silence Find(IReadOnlyList<Silence> silences, string id)
    {
        var living = silences.Where(silence => !silence.IsOver).ToList();
        var fitting = living.Where(silence => silence.Id?.StartsWith(id, StringComparison.Ordinal) == true).ToList();
        return (id.Length, fitting) switch
        {
            (> 0, [var one]) => one,
            _ when living.Count == 0 => throw new CommandException(ExitCode.Usage, "Nothing is silenced."),
            (> 0, [_, _, ..]) => throw new CommandException(
                ExitCode.Usage,
                $"More than one silence begins with \"{id}\": {Ids(fitting)}"
            ),
            _ => throw new CommandException(
                ExitCode.Usage,
                $"There is no silence \"{id}\"; in force are {Ids(living)}"
            ),
        };
    }

    static string Ids(IEnumerable<Silence> silences) =>
        string.Join(", ", silences.Select(silence => $"{silence.ShortId} ({string.Join(", ", silence.Matchers)})"));
}
