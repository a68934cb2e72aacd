using System.Diagnostics.Metrics;
using Benevoclic.Api.Hosting.Errors;

namespace Benevoclic.Api.Storage;

/// <summary>How long each operation of the store takes, and how it ends: ok, unavailable or failed.</summary>
sealed class StoreMetrics
{
    public const string MeterName = "Benevoclic.Api.Storage";

    readonly Histogram<double> _duration;
    readonly TimeProvider _clock;

    public StoreMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        _duration = meters
            .Create(MeterName)
            .CreateHistogram(
                "benevoclic.store.operation.duration",
                "s",
                "Duration of an operation of the document store.",
                advice: new InstrumentAdvice<double>
                {
                    // A read of SQLite takes 20 microseconds, a write waits for the disk, MongoDB for the network; at 2 s we give up.
                    HistogramBucketBoundaries = [0.0005, 0.005, 0.05, 2],
                }
            );
    }

    /// <param name="operation">Collection and verb, such as "users.find".</param>
    /// <param name="store">"sqlite" or "mongodb".</param>
    public async Task<T> MeasureAsync<T>(string store, string operation, Func<Task<T>> work)
    {
        var started = _clock.GetTimestamp();
        var outcome = "failed";
        try
        {
            var result = await work();
            outcome = "ok";
            return result;
        }
        catch (UnavailableException)
        {
            outcome = "unavailable";
            throw;
        }
        finally
        {
            _duration.Record(
                _clock.GetElapsedTime(started).TotalSeconds,
                new("operation", operation),
                new("outcome", outcome),
                new("store", store)
            );
        }
    }
}
