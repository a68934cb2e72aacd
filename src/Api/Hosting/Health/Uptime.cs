namespace Benevoclic.Api.Hosting.Health;

/// <summary>Counts from the start of the host, on the clock that never jumps.</summary>
sealed class Uptime(TimeProvider clock)
{
    readonly long _started = clock.GetTimestamp();

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);
}
