using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Tests.Swarm;

public sealed class SwarmStatusTests
{
    static SwarmStatus Status(string text) => SwarmStatus.Parse(text, "node1", ["api", "relay"]);

    const string Api = """
        deployed	api	r1
        service	api	2	completed	r1
        task	api	node2	Running 3 minutes ago	
        task	api	node1	Running 3 minutes ago	
        """;

    [Fact]
    public void As_many_as_wanted_are_healthy_and_what_was_never_deployed_does_not_count()
    {
        var status = Status(Api);

        Assert.True(status.Healthy);
        Assert.Equal(["node1", "node2"], status.Services[0].Nodes);
    }

    [Fact]
    public void One_that_does_not_run_is_named_with_its_reason()
    {
        var status = Status(Api.Replace("node1	Running", "node1	Starting", StringComparison.Ordinal));

        Assert.False(status.Healthy);
        Assert.Contains("node1: Starting", status.Services[0].Waiting[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_that_was_deployed_and_is_gone_is_not_well()
    {
        Assert.False(Status($"{Api}\ndeployed	relay	r2").Healthy);
    }
}
