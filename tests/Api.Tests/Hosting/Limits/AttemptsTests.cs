using Benevoclic.Api.Hosting.Limits;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Api.Tests.Hosting.Limits;

public sealed class AttemptsTests
{
    readonly FakeTimeProvider _clock = new();

    [Fact]
    public void After_the_burst_there_is_one_try_in_each_period()
    {
        var attempts = new Attempts(new(3, TimeSpan.FromSeconds(6)), _clock);

        Assert.Equal([null, null, null], Enumerable.Range(0, 3).Select(_ => attempts.Take("zoe")));
        Assert.Equal(TimeSpan.FromSeconds(6), attempts.Take("zoe"));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(1), attempts.Take("zoe"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(attempts.Take("zoe"));
        Assert.NotNull(attempts.Take("zoe"));
    }

    [Fact]
    public void One_key_does_not_slow_another_down()
    {
        var attempts = new Attempts(new(1, TimeSpan.FromHours(1)), _clock);

        Assert.Null(attempts.Take("zoe"));
        Assert.NotNull(attempts.Take("zoe"));
        Assert.Null(attempts.Take("ada"));
    }

    [Fact]
    public void A_try_that_is_given_back_was_none()
    {
        var attempts = new Attempts(new(2, TimeSpan.FromHours(1)), _clock);

        for (var i = 0; i < 100; i++)
        {
            Assert.Null(attempts.Take("zoe"));
            attempts.GiveBack("zoe");
        }
        attempts.GiveBack("nobody");
        Assert.Equal([null, null], Enumerable.Range(0, 2).Select(_ => attempts.Take("zoe")));
        Assert.NotNull(attempts.Take("zoe"));
    }

    [Fact]
    public void However_many_keys_come_none_is_forgotten_too_early()
    {
        var attempts = new Attempts(new(1, TimeSpan.FromHours(1)), _clock);
        attempts.Take("zoe");

        for (var i = 0; i < 30_000; i++)
            attempts.Take($"key {i}");

        Assert.NotNull(attempts.Take("zoe"));
    }

    [Fact]
    public void In_no_span_of_time_are_there_more_tries_than_the_burst_and_one_for_each_period() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 3].List[1, 60])
            .Sample(
                (burst, pauses) =>
                {
                    var clock = new FakeTimeProvider();
                    var attempts = new Attempts(new(burst, TimeSpan.FromSeconds(2)), clock);
                    var taken = new List<DateTimeOffset>();
                    foreach (var pause in pauses)
                    {
                        clock.Advance(TimeSpan.FromSeconds(pause));
                        if (attempts.Take("zoe") is null)
                            taken.Add(clock.GetUtcNow());
                    }
                    return taken.Index().All(one => CountFrom(taken, one.Index) <= burst);

                    // Tries from this one on, less the periods that have passed meanwhile, at any later one.
                    int CountFrom(List<DateTimeOffset> tries, int from) =>
                        tries
                            .Index()
                            .Skip(from)
                            .Max(last => last.Index - from + 1 - (int)((last.Item - tries[from]).TotalSeconds / 2));
                }
            );
}
