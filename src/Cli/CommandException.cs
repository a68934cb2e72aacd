namespace Benevoclic.Cli;

/// <summary>
/// An error that the person at the keyboard can act on: it says what was found and what to type next.
/// Any other exception is a bug in this program and is shown with its stack trace.
/// </summary>
sealed class CommandException(ExitCode exitCode, string message, string? next = null) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>What to type next; null when the message says it all.</summary>
    public string? Next { get; } = next;
}
