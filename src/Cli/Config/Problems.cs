namespace Benevoclic.Cli.Config;

/// <summary>Collects every problem, so that a person sees all of them at once and not one per try.</summary>
sealed class Problems
{
    readonly List<Problem> _found = [];

    public IReadOnlyList<Problem> Found => _found;

    public void Add(string where, string what) => _found.Add(new Problem(where, what));

    /// <exception cref="CommandException">There is at least one problem; the message holds them all.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count == 0)
        {
            return;
        }

        var heading = _found.Count == 1 ? "1 problem found:" : $"{_found.Count} problems found:";
        throw new CommandException(
            ExitCode.Usage,
            string.Join('\n', [heading, .. _found.Select(problem => $"  {problem}")])
        );
    }
}
