using System.Diagnostics.Metrics;

namespace Benevoclic.Api.Hosting.Metrics;

/// <summary>
/// When a user last asked for something; the start of the process until then. ServerInactive lives on it: a gauge
/// survives counter resets and routes that were never called, a rate over requests survives neither.
/// </summary>
sealed class LastRequest
{
    public const string MeterName = "Benevoclic.Api";

    readonly TimeProvider _clock;
    long _unixMilliseconds;

    public LastRequest(TimeProvider clock, IMeterFactory meters)
    {
        _clock = clock;
        Note();
        // The exporter makes it api_last_request_timestamp_seconds.
        meters
            .Create(MeterName)
            .CreateObservableGauge(
                "api.last_request.timestamp",
                () => Volatile.Read(ref _unixMilliseconds) / 1000d,
                "s",
                "When a user last called a business route, in seconds since 1970."
            );
    }

    public void Note() => Volatile.Write(ref _unixMilliseconds, _clock.GetUtcNow().ToUnixTimeMilliseconds());
}
