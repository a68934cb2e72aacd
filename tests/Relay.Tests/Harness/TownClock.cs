using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Relay.Tests.Harness;

/// <summary>A clock that the test turns, and whose face can be set forward and back as an administrator sets a machine's.</summary>
sealed class TownClock(DateTimeOffset start) : TimeProvider
{
    readonly FakeTimeProvider _true = new(start);

    /// <summary>How wrong the face is. What only measures how time passes, timers among them, does not see it.</summary>
    public TimeSpan Step { get; set; }

    public override long TimestampFrequency => _true.TimestampFrequency;

    public void Advance(TimeSpan time) => _true.Advance(time);

    public override DateTimeOffset GetUtcNow() => _true.GetUtcNow() + Step;

    public override long GetTimestamp() => _true.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _true.CreateTimer(callback, state, dueTime, period);
}
