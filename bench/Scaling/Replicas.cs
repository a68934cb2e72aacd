using System.Diagnostics;
using System.Globalization;
using Benevoclic.Bench.Api;
using Benevoclic.Deployment;
using Benevoclic.Harness;
using Benevoclic.Swarm;
using Server = Benevoclic.Deployment.Server.Machine;

namespace Benevoclic.Bench.Scaling;

/// <summary>Several replicas on three servers of this machine: how long an update takes, and what the proxy takes of what they answer.</summary>
/// <param name="shared">The servers.</param>
/// <param name="promises">Hears it.</param>
/// <param name="ct">Ends it.</param>
sealed class Replicas(SharedCluster shared, Promises promises, CancellationToken ct)
{
    const int Many = 6;
    const double UpdateSeconds = 40;
    const int Seconds = 8;
    const int DirectPort = 3005;

    const string Health = "'/health'";

    static readonly int[] Counts = [1, 2, 4];

    /// <returns>What the proxy's processors do for a request, in milliseconds.</returns>
    public async Task<double> MeasureAsync()
    {
        var cluster = await shared.ServingAsync();
        await UpdateAsync(cluster);
        await ChangeProxyAsync(cluster);
        var direct = await DirectAsync(cluster);
        promises.Tell(
            "GET /health of one replica, without the proxy",
            $"{direct.PerSecond:0}/s, p99 {direct.P99:0.0} ms"
        );
        var proxy = 0.0;
        foreach (var count in Counts)
        {
            await DeployAsync("v2", count);
            proxy = await ThroughAsync(cluster, count, direct);
        }
        return proxy;
    }

    async Task UpdateAsync(TestCluster cluster)
    {
        await DeployAsync("v1", Many);
        foreach (var machine in cluster.Machines)
        {
            await machine.RunAsync("docker", "pull", "--quiet", "benevoclic/api:v2");
        }
        await using var load = cluster.First.StartLoad();
        var watch = Stopwatch.StartNew();
        await DeployAsync("v2", Many);
        var seconds = watch.Elapsed.TotalSeconds;
        var users = await load.StopAsync();
        var what = $"rolling update of {Many} replicas, image present, 200 requests/s";
        promises.Under(
            what,
            $"{seconds:0.0} s, slowest answer {users.Slowest.TotalSeconds:0.0} s",
            seconds,
            UpdateSeconds,
            "s"
        );
        promises.NoneFailed($"{what}: {users.Requests} requests", users.Failures.Count);
    }

    /// <summary>Each node's proxy stops before the next one has its ports: for how long nobody answers at one of them.</summary>
    async Task ChangeProxyAsync(TestCluster cluster)
    {
        using var checkout = new Checkout();
        await File.AppendAllTextAsync(checkout.PathOf("stack/proxy/Caddyfile"), "\n# bench\n", ct);
        await using var load = cluster.First.StartLoad();
        var watch = Stopwatch.StartNew();
        var end = await cluster
            .First.Start(["deploy", "proxy", "--yes"], shared.Variables("v2", Many), checkout.Root)
            .WaitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        Require(end, "deploy of a changed proxy file");
        var users = await load.StopAsync();
        promises.Tell(
            "a changed proxy file, on one node after the other",
            $"{seconds:0.0} s; at the first node's door no answer for {users.LongestGap.TotalSeconds:0.0} s, {users.Failures.Count} of {users.Requests} requests failed"
        );
    }

    static async Task<Wrk> DirectAsync(TestCluster cluster)
    {
        await cluster.First.Machine.ShellAsync(
            $"""
            docker run --detach --name direct --publish {DirectPort}:3000 --env ASPNETCORE_URLS=http://0.0.0.0:3000 --env BENEVOCLIC_DATA=/home/app/data \
              --env BENEVOCLIC_STORE=sqlite --env BENEVOCLIC_IDENTITY=local --env BENEVOCLIC_FILES=disk benevoclic/api:v2 >/dev/null
            for _ in $(seq 1000); do
              ! curl -fs -m 1 -o /dev/null http://127.0.0.1:{DirectPort}/health || exit 0
              sleep 0.02
            done
            exit 1
            """
        );
        var address = cluster.First.Address(DirectPort);
        await Wrk.RunAsync(address, Wrk.Get(Health), Seconds);
        var run = await Wrk.RunAsync(address, Wrk.Get(Health), Seconds);
        await cluster.First.DockerAsync("rm", "--force", "--volumes", "direct");
        return run;
    }

    async Task<double> ThroughAsync(TestCluster cluster, int count, Wrk direct)
    {
        var address = cluster.First.Address(3000);
        await Wrk.RunAsync(address, Wrk.Get(Health), Seconds);
        var (proxy, api) = (await CpuAsync(cluster, "proxy"), await CpuAsync(cluster, "api"));
        var run = await Wrk.RunAsync(address, Wrk.Get(Health), Seconds);
        (proxy, api) = (await CpuAsync(cluster, "proxy") - proxy, await CpuAsync(cluster, "api") - api);
        promises.Tell(
            $"the same of {count} through the proxy",
            $"{run.PerSecond:0}/s, {run.PerSecond / direct.PerSecond:0.00} of that, p99 {run.P99:0.0} ms, {run.Failed} failed; of their processor time the proxy takes {proxy / (proxy + api):0 %}"
        );
        return proxy / run.Requests;
    }

    /// <returns>What all tasks of a service have used of the processors, in milliseconds.</returns>
    static async Task<double> CpuAsync(TestCluster cluster, string service)
    {
        var all = 0.0;
        foreach (var machine in cluster.Machines)
        {
            all += await CpuAsync(machine, service);
        }
        return all;
    }

    static async Task<double> CpuAsync(Server server, string service)
    {
        // Both numbers of proc_pid_stat(5) are in hundredths of a second.
        var ticks = await server.ShellAsync(
            $$$"""
            for task in $(docker ps -q --filter label=com.docker.swarm.service.name=benevoclic_{{{service}}}); do
              cut -d ' ' -f 14,15 "/proc/$(docker inspect -f '{{.State.Pid}}' "$task")/stat"
            done
            """
        );
        const double MillisecondsOfTick = 10;
        return ticks
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Sum(number => double.Parse(number, CultureInfo.InvariantCulture) * MillisecondsOfTick);
    }

    async Task DeployAsync(string tag, int replicas)
    {
        ct.ThrowIfCancellationRequested();
        var end = await shared.Start(["deploy", "api", "--yes"], shared.Variables(tag, replicas)).WaitAsync();
        Require(end, $"deploy of {replicas} replicas");
    }

    static void Require(CommandResult end, string what)
    {
        if (end.ExitCode != 0)
        {
            throw new InvalidOperationException($"{what}: {end}");
        }
    }
}
