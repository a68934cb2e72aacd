namespace Benevoclic.Cli.Local;

/// <summary>What one command asks of the run: one line of JSON on its socket.</summary>
/// <param name="Verb">One of <see cref="ControlVerb"/>.</param>
/// <param name="Service">The service, for the verbs that have one.</param>
/// <param name="Environment">Laid over ours for this one start, by <see cref="ControlVerb.Restart"/>: a drill puts something in a place.</param>
sealed record ControlRequest(
    ControlVerb Verb,
    string? Service = null,
    IReadOnlyDictionary<string, string>? Environment = null
);

enum ControlVerb
{
    Status,

    /// <summary>Answered when <c>up</c> has tried every service.</summary>
    Tried,
    Start,
    Stop,
    Restart,
    Down,
}

/// <summary>The answer: the state of the run after the act, and what went wrong.</summary>
sealed record ControlReply(RunReport? Report = null, IReadOnlyList<ControlFailure>? Failures = null)
{
    public static ControlReply Of(CommandException e) => new(Failures: [ControlFailure.Of(e)]);
}

/// <summary>A <see cref="CommandException"/> on its way from the run to the command.</summary>
sealed record ControlFailure(ExitCode ExitCode, string Message, string? Next)
{
    public static ControlFailure Of(CommandException e) => new(e.ExitCode, e.Message, e.Next);

    public CommandException ToException() => new(ExitCode, Message, Next);
}
