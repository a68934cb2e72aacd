namespace Benevoclic.Cli.Remote;

/// <summary>What a command left behind.</summary>
/// <param name="ExitCode">128 + n when signal n ended it.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
sealed record CommandOutcome(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines of what it said, errors first: for people.</summary>
    public string LastWords(int lines = 10) =>
        string.Join('\n', $"{Output.TrimEnd()}\n{Error.TrimEnd()}".Trim().Split('\n').TakeLast(lines));
}
