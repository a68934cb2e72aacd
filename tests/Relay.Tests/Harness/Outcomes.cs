using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>As what one relay counts its tries: others run in this process, under the same names.</summary>
sealed class Outcomes : IDisposable
{
    readonly MeterListener _listener = new();
    readonly ConcurrentQueue<string> _seen = [];

    public Outcomes(IMeterFactory relay)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "benevoclic.relay.messages" && instrument.Meter.Scope == relay)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => Note(count, tags));
        _listener.Start();
    }

    public IReadOnlyList<string> Seen => [.. _seen];

    public void Dispose() => _listener.Dispose();

    void Note(long count, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (count > 0)
            _seen.Enqueue((string)tags[0].Value!);
    }
}
