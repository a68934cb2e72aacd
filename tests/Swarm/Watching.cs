using Benevoclic.Harness.Guides;

namespace Benevoclic.Swarm;

/// <summary>Those that watch, on the node with the data: what a deploy proves of them, and the verbs that ask them.</summary>
public sealed class Watching(SharedCluster shared)
{
    /// <summary>The tag of all our programs in the test registry.</summary>
    const string Built = "built";

    [Fact]
    public async Task A_deploy_proves_metrics_configuration_and_the_way_of_an_alert_and_the_verbs_reach_them()
    {
        var cluster = await shared.ServingAsync();

        var ends = await shared.SucceedAsync(Built, "deploy", "relay", "alertmanager", "prometheus", "--yes");
        var api = await shared.SucceedAsync(Built, "deploy", "api", "--yes");

        Assert.Contains("the test alert reached the relay", ends.Output, StringComparison.Ordinal);
        Assert.Contains("alertmanager: read back, it runs ", ends.Output, StringComparison.Ordinal);
        Assert.Contains("prometheus: read back, it runs prometheus.yml and ", ends.Output, StringComparison.Ordinal);
        Assert.Contains("metrics that rules and dashboards use", api.Output, StringComparison.Ordinal);
        await shared.NothingToDoAsync(Built, "api", "relay", "alertmanager", "prometheus");
        await AskAsync();
        await SaveAsync(cluster);
        await shared.NothingToDoAsync(Built, "relay");
    }

    [Theory]
    [InlineData("prune", "old releases go by themselves")]
    [InlineData("backup", "the documents are in MongoDB")]
    public async Task What_a_swarm_does_not_have_says_why_and_what_to_type(string verb, string words)
    {
        await shared.ServingAsync();

        var end = await shared.Start([verb, "--host"], shared.Variables("v1")).WaitAsync();

        Assert.Equal(2, end.ExitCode);
        Assert.Contains(words, end.Error, StringComparison.Ordinal);
    }

    /// <summary>As the guide says, on the node with the data.</summary>
    static async Task SaveAsync(TestCluster cluster)
    {
        var save = Guide
            .At("docs/SCALING.md")
            .Commands.Single(block => block.Text.Contains("tar -czf", StringComparison.Ordinal));
        await cluster.First.Machine.ShellAsync($"cd /root\n{save.Text}");
        // A folder ends with a slash.
        await cluster.First.Machine.ShellAsync("tar -tzf /root/relay.tgz | grep -v '/$'");
    }

    async Task AskAsync()
    {
        string[] silence = ["silence", "ReplicaDown", "--for", "1m", "--reason", "a test", "--host"];
        var silenced = await shared.SucceedAsync(Built, silence);
        var report = await shared.SucceedAsync(Built, "report", "--host");
        var preflight = await shared.SucceedAsync(Built, "preflight", "api", "--host");
        // Its exit code also says whether Watchdog has arrived, which after a start of Prometheus takes a while.
        var alerts = await shared.Start(["alerts", "--host"], shared.Variables(Built)).WaitAsync();

        Assert.Contains("ReplicaDown", silenced.Output, StringComparison.Ordinal);
        Assert.NotEmpty(report.Output);
        Assert.Contains("It is a manager of a swarm", preflight.Output, StringComparison.Ordinal);
        Assert.Contains("ReplicaDown", alerts.Output, StringComparison.Ordinal);
    }
}
