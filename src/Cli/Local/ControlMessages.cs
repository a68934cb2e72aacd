namespace Benevoclic.Cli.Local;

/// <summary>What one command asks of the run: one line of JSON on its socket.</summary>
/// <param name="Verb">One of <see cref="ControlVerb"/>.</param>
/// <param name="Service">The service, for the verbs that have one.</param>
sealed record ControlRequest(ControlVerb Verb, string? Service = null);

enum ControlVerb
{
    Status,
    Start,
    Stop,
    Restart,
    Down,
}

/// <summary>The answer: an error, or the state of the run after the act.</summary>
sealed record ControlReply(
    RunReport? Report = null,
    ExitCode? Failure = null,
    string? Error = null,
    string? Next = null
);
