using Benevoclic.Bench.Scaling;

namespace Benevoclic.Cli.Tests.Scaling;

/// <summary>With round figures: a request takes 1 ms of 1,000 that two cores may give, and Prometheus 10 ms for each scrape.</summary>
public sealed class CapacityTests
{
    static readonly Figures One = new(
        Api: 0.75,
        Proxy: 0.25,
        Commands: 2,
        Health: 60,
        Scrape: 2,
        Watching: 10,
        WatchingMegabytes: 2,
        WatcherMegabytes: 100
    );

    static readonly Bought Bought = new(Cores: 2, Used: 0.5, Database: 10_000, WatcherLimit: 500);

    // 1,000 ms, less 20 ms of health checks, 1 ms of scrapes, and 7 ms of Prometheus for each machine.
    [Theory]
    [InlineData(1, 972, Full.Processors)]
    [InlineData(3, 3 * 958, Full.Processors)]
    [InlineData(6, 5_000, Full.Database)]
    [InlineData(100, 5_000, Full.Database)]
    [InlineData(101, 5_000, Full.WatcherMemory)]
    [InlineData(140, 0, Full.WatcherMemory)]
    internal void What_is_full_first_says_how_much_is_carried(int machines, double perSecond, Full first)
    {
        var capacity = Capacity.Of(machines, One, Bought);

        Assert.Equal(first, capacity.First);
        Assert.Equal(perSecond, capacity.PerSecond, 6);
        Assert.Equal(perSecond * 2, capacity.DatabasePerSecond, 6);
    }

    [Theory]
    [InlineData(Full.Processors, 1)]
    [InlineData(Full.Database, 6)]
    [InlineData(Full.WatcherMemory, 101)]
    internal void The_fewest_machines_with_which_something_is_full_are_found(Full full, int machines) =>
        Assert.Equal(machines, Capacity.From(full, One, Bought));

    [Fact]
    public void What_never_becomes_full_has_no_number() =>
        Assert.Null(Capacity.From(Full.WatcherMemory, One with { WatchingMegabytes = 0 }, Bought));

    [Fact]
    public void Prometheus_takes_its_share_of_one_machine_and_grows_with_all()
    {
        var capacity = Capacity.Of(10, One, Bought);

        Assert.Equal(0.035, capacity.Watching, 6);
        Assert.Equal(140, capacity.WatcherMegabytes, 6);
    }
}
