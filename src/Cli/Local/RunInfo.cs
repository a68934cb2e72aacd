namespace Benevoclic.Cli.Local;

/// <summary>The process that looks after a local run, and when it started.</summary>
sealed record RunInfo(int Pid, DateTimeOffset Since);
