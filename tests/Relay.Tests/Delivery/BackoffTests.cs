using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Tests.Delivery;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(5000, 60)]
    public void Each_wait_is_twice_as_long_up_to_a_minute(int failures, int seconds)
    {
        var verdict = new Verdict.RetryLater(null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Wait(verdict, failures, chance: 1));
        Assert.Equal(TimeSpan.FromSeconds(seconds * 0.8), Backoff.Wait(verdict, failures, chance: 0));
    }

    [Theory]
    [InlineData(0, 4050)]
    [InlineData(1, 4250)]
    public void What_Discord_asks_for_is_given_and_a_little_more(double chance, int milliseconds) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            Backoff.Wait(new Verdict.RetryLater(TimeSpan.FromSeconds(4), default, default), 3, chance)
        );
}
