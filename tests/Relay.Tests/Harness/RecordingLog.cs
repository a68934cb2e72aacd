using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>Keeps every line that anything in the program logs, at any level.</summary>
sealed class RecordingLog : ILoggerProvider, ILogger
{
    readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
