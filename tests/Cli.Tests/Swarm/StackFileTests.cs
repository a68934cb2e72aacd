using Benevoclic.Cli.Config;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Stack;
using Benevoclic.Cli.Swarm;

namespace Benevoclic.Cli.Tests.Swarm;

public sealed class StackFileTests
{
    const string Compose = """
        name: benevoclic-api-r1
        services:
          api:
            image: api@sha256:1
            container_name: benevoclic-api-r1
            restart: unless-stopped
            security_opt: [no-new-privileges:true]
            labels:
              benevoclic.release: r1
            networks:
              benevoclic-network:
                aliases: [api-r1]
            volumes:
              - /opt/benevoclic/services/api/releases/r1/secrets/KEY:/run/secrets/KEY:ro
              - type: bind
                source: /opt/benevoclic/proxy
                target: /etc/upstreams
              - api-data:/home/app
            ports:
              - 0.0.0.0:3000:3000
            deploy:
              resources:
                limits:
                  memory: 512M
        volumes:
          api-data:
            name: benevoclic-api-data
            external: true
        """;

    static readonly Service Api = Made.AService.Named("api") with
    {
        Rollout = Rollout.Swap,
        Volumes = [new Volume("api-data", "/home/app")],
        Swarm = new SwarmRun(false, true, ["/app/api", "healthy"]),
    };

    static string Of(Service service, int replicas, params SwarmContent[] contents) =>
        new StackFile(service, new Scale("swarm", replicas), 60, new HostFolder("/opt/benevoclic"))
            .Of(Compose, contents)
            .ReplaceLineEndings("\n");

    [Fact]
    public void What_swarm_refuses_is_gone_and_limits_stay()
    {
        var text = Of(Api, 3);

        Assert.All(
            (string[])["container_name", "restart:", "security_opt", "name: benevoclic-api-r1", "api-r1"],
            word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)
        );
        Assert.Contains("memory: 512M", text, StringComparison.Ordinal);
        Assert.Contains("version: \"3.8\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Others_find_it_by_the_name_that_it_has_on_one_machine()
    {
        Assert.Contains("aliases:\n        - benevoclic-api", Of(Api, 3), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_start_before_the_old_ones_stop_anywhere_and_roll_back()
    {
        var text = Of(Api, 3);

        Assert.Contains("replicas: 3", text, StringComparison.Ordinal);
        Assert.Contains("order: start-first", text, StringComparison.Ordinal);
        Assert.Contains("failure_action: rollback", text, StringComparison.Ordinal);
        Assert.DoesNotContain("constraints", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_with_data_runs_where_they_are()
    {
        Assert.Contains("node.labels.benevoclic.data == yes", Of(Api, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_for_all_nodes_is_global_and_never_two_on_a_port()
    {
        var text = Of(Api with { Rollout = Rollout.Reload, Swarm = new SwarmRun(true, false, null) }, 3);

        Assert.Contains("mode: global", text, StringComparison.Ordinal);
        Assert.Contains("order: stop-first", text, StringComparison.Ordinal);
        Assert.Contains("published: 3000", text, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:8080/health", text, StringComparison.Ordinal);
        Assert.DoesNotContain("replicas: 3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_the_host_become_configs_and_secrets_and_volumes_stay()
    {
        var text = Of(Api, 3, new SwarmContent("secrets", "benevoclic-api-1", "secrets/KEY", "/run/secrets/KEY"));

        Assert.DoesNotContain("/opt/benevoclic", text, StringComparison.Ordinal);
        Assert.Contains("api-data:/home/app", text, StringComparison.Ordinal);
        Assert.Contains("source: benevoclic-api-1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_whose_image_can_tell_nothing_has_no_check()
    {
        Assert.DoesNotContain(
            "healthcheck",
            Of(Api with { Swarm = new SwarmRun(false, false, []) }, 1),
            StringComparison.Ordinal
        );
    }
}
