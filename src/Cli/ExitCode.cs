namespace Benevoclic.Cli;

/// <summary>What the process tells its caller; the numbers are part of the command's contract.</summary>
enum ExitCode
{
    Done = 0,

    /// <summary>A service or a step failed.</summary>
    Failed = 1,

    /// <summary>Wrong usage or configuration: nothing was changed.</summary>
    Usage = 2,

    /// <summary>Somebody else has the deploy lock, or the host is frozen.</summary>
    Locked = 3,

    /// <summary>`plan` found something to do.</summary>
    HasWork = 10,

    /// <summary>Ended by Ctrl-C or a signal before the work was done.</summary>
    Interrupted = 130,
}
