using Benevoclic.Cli.Config;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Tests.Swarm;

public sealed class ReplicaTargetsTests
{
    static readonly Service[] Stack =
    [
        Made.AService.Named("api") with
        {
            Swarm = new SwarmRun(false, true, null),
        },
        Made.AService.Named("relay"),
    ];

    [Fact]
    public void What_runs_more_than_once_is_asked_of_DNS_and_all_else_stays()
    {
        var found = ReplicaTargets.Find(
            """
              - job_name: benevoclic-api
                static_configs:
                  - targets: [benevoclic-api:3000]
              - job_name: relay
                static_configs:
                  - targets: [benevoclic-relay:9094]
            """,
            Stack
        );

        Assert.Equal(
            """
              - job_name: benevoclic-api
                dns_sd_configs:
                  - {names: [tasks.benevoclic-api], type: A, port: 3000, refresh_interval: 2s}
              - job_name: relay
                static_configs:
                  - targets: [benevoclic-relay:9094]
            """,
            found
        );
    }

    /// <summary>The file of this checkout has the form that is looked for: else a swarm would be watched as one machine is.</summary>
    [Fact]
    public void Our_own_file_finds_every_replica_and_every_node()
    {
        var services = ServiceStack.Load(Path.Combine(Repository.Root, "stack"), new Problems()).Services;

        var found = ReplicaTargets.Find(
            File.ReadAllText(Path.Combine(Repository.Root, "stack/prometheus/prometheus.yml")),
            services
        );

        Assert.Contains("tasks.benevoclic-api", found, StringComparison.Ordinal);
        Assert.Contains("tasks.benevoclic-node-exporter", found, StringComparison.Ordinal);
        Assert.Contains("targets: [benevoclic-relay:9094]", found, StringComparison.Ordinal);
    }
}
