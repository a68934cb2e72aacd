namespace Benevoclic.Swarm;

public sealed class Membership(SharedCluster shared)
{
    [Fact]
    public async Task What_was_done_already_is_not_done_again()
    {
        var cluster = await shared.ServingAsync();

        var init = await shared.SucceedAsync("v1", "cluster", "init");
        var join = await shared.JoinAsync(2);
        var status = await shared.SucceedAsync("v1", "cluster", "status");

        Assert.Contains("nothing was changed", init.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", join.Output, StringComparison.Ordinal);
        Assert.Equal(3, status.Output.Split('\n').Count(line => line.Contains("198.19.0.", StringComparison.Ordinal)));
        Assert.DoesNotContain(
            "SWMTKN",
            await File.ReadAllTextAsync(cluster.First.FileOf("journal.jsonl"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("SWMTKN", join.Output + join.Error + init.Output + init.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_leaves_without_a_lost_request_and_joins_again()
    {
        var cluster = await shared.ServingAsync();
        await using var load = cluster.First.StartLoad();
        var address = cluster.Machines[2].Network.AdminAddress;

        var left = await shared.SucceedAsync("v1", "cluster", "leave", address, "--key", cluster.Doors[2].Fingerprint);
        var nodes = await cluster.First.DockerAsync("node", "ls", "--format", "{{.Hostname}}");
        var joined = await shared.JoinAsync(2);
        var again = await shared.SucceedAsync("v1", "status", "--host");

        var report = await load.StopAsync();
        Console.WriteLine(
            $"a node leaves and joins again: {report.Requests} requests, {report.Failures.Count} failed, slowest {report.Slowest.TotalSeconds:0.0} s"
        );
        Assert.Contains("has left", left.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("node3", nodes, StringComparison.Ordinal);
        Assert.Contains("joined as manager", joined.Output, StringComparison.Ordinal);
        Assert.Contains("is healthy", again.Output, StringComparison.Ordinal);
        Assert.True(report.Failures.Count == 0, report.ToString());
        await shared.NothingToDoAsync("v1");
    }

    [Fact]
    public async Task The_node_with_the_data_does_not_leave()
    {
        var cluster = await shared.ServingAsync();

        var leave = await shared
            .Start(
                [
                    "cluster",
                    "leave",
                    cluster.First.Machine.Network.AdminAddress,
                    "--key",
                    cluster.First.Ssh.Fingerprint,
                ],
                shared.Variables("v1")
            )
            .WaitAsync();

        Assert.Equal(1, leave.ExitCode);
        Assert.Contains("it keeps the data", leave.Error, StringComparison.Ordinal);
    }
}
