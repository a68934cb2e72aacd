using Benevoclic.Deployment;
using Benevoclic.Deployment.Traffic;

namespace Benevoclic.Swarm;

/// <summary>What users see of whatever happens to a swarm: 200 requests a second through the first node's proxy, all of them counted.</summary>
public sealed class UnderLoad(SharedCluster shared)
{
    static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_deploy_and_a_rollback_lose_no_request()
    {
        var cluster = await shared.ServingAsync();
        await using var load = cluster.First.StartLoad();

        await shared.SucceedAsync("v2", "deploy", "api", "--yes");
        await shared.NothingToDoAsync("v2");
        await shared.SucceedAsync("v2", "rollback", "api", "--yes");

        var report = await SaidAsync("deploy of another image, then rollback", load);
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Equal(2, report.Releases.Count);
        await shared.NothingToDoAsync("v1");
    }

    [Fact]
    public async Task A_bad_image_is_rolled_back_by_swarm_and_the_exit_code_and_the_receipt_say_so()
    {
        var cluster = await shared.ServingAsync();
        await cluster.First.AddApiImageAsync("bad", Defect.ExitsAtOnce);
        await using var load = cluster.First.StartLoad();

        var bad = await shared.Start(["deploy", "api", "--yes"], shared.Variables("bad")).WaitAsync();
        var releases = await shared.SucceedAsync("v1", "releases", "api");

        var report = await SaidAsync("an image that ends at its start", load);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("Swarm has rolled it back by itself", bad.Error, StringComparison.Ordinal);
        Assert.Contains("non-zero exit (3)", bad.Error, StringComparison.Ordinal);
        Assert.Contains("undone; ", bad.Output, StringComparison.Ordinal);
        Assert.Contains("bad ", releases.Output, StringComparison.Ordinal);
        Assert.True(report.Failures.Count == 0, report.ToString());
        Assert.Single(report.Releases);
        await shared.NothingToDoAsync("v1");
    }

    [Fact]
    public async Task Three_become_six_and_then_two_and_no_request_is_lost()
    {
        var cluster = await shared.ServingAsync();
        await using var load = cluster.First.StartLoad();

        await ScaleAsync(6);
        var six = (await TasksAsync(cluster)).Count;
        await shared.NothingToDoAsync("v1", 6);
        await ScaleAsync(2);
        var two = (await TasksAsync(cluster)).Count;
        await shared.NothingToDoAsync("v1", 2);

        var report = await SaidAsync("from 3 replicas to 6, then to 2", load);
        Assert.Equal((6, 2), (six, two));
        Assert.True(report.Failures.Count == 0, report.ToString());
    }

    [Fact]
    public async Task A_killed_replica_is_replaced_and_what_only_read_is_asked_of_another()
    {
        var cluster = await shared.ServingAsync();
        await using var load = cluster.First.StartLoad();

        var before = await TasksAsync(cluster);
        await KillReplicaAsync(cluster);
        await Eventually.TrueAsync(
            async () => await TasksAsync(cluster) is { Count: 3 } now && !now.SetEquals(before),
            Settled,
            () => "nothing came in its place"
        );

        var report = await SaidAsync("kill -9 of a replica", load);
        Assert.True(report.Failures.Count == 0, report.ToString());
        await shared.NothingToDoAsync("v1");
    }

    [Fact]
    public async Task A_node_whose_engine_stops_gives_its_work_to_the_others()
    {
        var cluster = await shared.ServingAsync();
        await using var load = cluster.First.StartLoad();

        await cluster.Engines[2].StopAsync();
        await IsAsync(cluster, "node3", "Down");
        await RunsAsync(cluster, 3);

        var report = await SaidAsync("a node's dockerd stops", load);
        await shared.NothingToDoAsync("v1");
        await cluster.StartEngineAsync(2);
        await IsAsync(cluster, "node3", "Ready");
        Few(report);
    }

    [Fact]
    public async Task A_node_that_is_cut_off_for_thirty_seconds_is_done_without()
    {
        var cluster = await shared.ServingAsync();
        await using var load = cluster.First.StartLoad();

        await cluster.Lan.CutAsync(1);
        // That long and not longer is what is measured.
        await Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await cluster.Lan.RestoreAsync(1);
        await IsAsync(cluster, "node2", "Ready");
        await RunsAsync(cluster, 3);

        var report = await SaidAsync("a node cut off for 30 s", load);
        Few(report);
        await shared.NothingToDoAsync("v1");
    }

    /// <summary>Nothing that was planned: on a machine that three nodes, their users and other tests share, one in a thousand may be late.</summary>
    static void Few(LoadReport report) =>
        Assert.True(report.Failures.Count * 1000 <= report.Requests, report.ToString());

    async Task ScaleAsync(int replicas)
    {
        var end = await shared.Start(["deploy", "api", "--yes"], shared.Variables("v1", replicas)).WaitAsync();
        Assert.True(end.ExitCode == 0, end.ToString());
    }

    static async Task<LoadReport> SaidAsync(string what, Load load)
    {
        var report = await load.StopAsync();
        Console.WriteLine(
            $"{what}: {report.Requests} requests, {report.Failures.Count} failed, slowest {report.Slowest.TotalSeconds:0.0} s"
        );
        return report;
    }

    /// <returns>The ids of those that run.</returns>
    static async Task<HashSet<string>> TasksAsync(TestCluster cluster)
    {
        var states = await cluster.First.DockerAsync(
            "service",
            "ps",
            "--filter",
            "desired-state=running",
            "--format",
            "{{.CurrentState}} {{.ID}}",
            "benevoclic_api"
        );
        return
        [
            .. states
                .Split('\n')
                .Where(state => state.StartsWith("Running", StringComparison.Ordinal))
                .Select(state => state.Split(' ')[^1]),
        ];
    }

    /// <summary>Of any node that has one: where they run is Swarm's choice.</summary>
    static async Task KillReplicaAsync(TestCluster cluster)
    {
        foreach (var machine in cluster.Machines)
        {
            var replicas = await machine.RunAsync(
                "docker",
                "ps",
                "-q",
                "--filter",
                "label=com.docker.swarm.service.name=benevoclic_api"
            );
            if (replicas.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var replica, ..])
            {
                await machine.ShellAsync($"kill -9 $(docker inspect -f '{{{{.State.Pid}}}}' {replica})");
                return;
            }
        }
        Assert.Fail("no node has a replica");
    }

    static Task RunsAsync(TestCluster cluster, int count) =>
        Eventually.TrueAsync(
            async () => (await TasksAsync(cluster)).Count == count,
            Settled,
            () => $"there are not {count} replicas"
        );

    static Task IsAsync(TestCluster cluster, string node, string state) =>
        Eventually.TrueAsync(
            async () =>
            {
                // While managers look for a new leader, they answer nothing.
                var nodes = await cluster.First.Machine.TryAsync(
                    "docker",
                    "node",
                    "ls",
                    "--format",
                    "{{.Hostname}} {{.Status}}"
                );
                return nodes.Output.Contains($"{node} {state}", StringComparison.Ordinal);
            },
            Settled,
            () => $"{node} does not become {state}"
        );
}
