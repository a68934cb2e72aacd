namespace Benevoclic.Cli.Local;

/// <summary>One line of a service's log.</summary>
sealed record LogLine(DateTimeOffset At, string Service, string Text);
