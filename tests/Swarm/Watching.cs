using System.Text.RegularExpressions;
using Benevoclic.Deployment;
using Benevoclic.Harness.Guides;

namespace Benevoclic.Swarm;

/// <summary>Those that watch, on the node with the data: what a deploy proves of them, and the verbs that ask them.</summary>
public sealed partial class Watching(SharedCluster shared)
{
    /// <summary>The tag of all our programs in the test registry.</summary>
    const string Built = "built";

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly string[] AdminCreate = ["admin", "create", "admin@example.org", "--host"];

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
        await SilenceAsync();
        await OpenAsync();
        await FollowAsync(cluster);
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

    [Fact]
    public async Task Somebody_becomes_an_administrator_where_a_replica_runs()
    {
        await shared.ServingAsync();
        // With documents of its own, because there is no MongoDB here: so it runs once, on the node with the data.
        var alone = shared.Variables("v1", replicas: 1);
        (alone["BENEVOCLIC_STORE"], alone["BENEVOCLIC_IDENTITY"], alone["BENEVOCLIC_FILES"]) = (
            "sqlite",
            "local",
            "disk"
        );
        var deploy = await shared.Start(["deploy", "api", "--yes"], alone).WaitAsync();
        Assert.True(deploy.ExitCode == 0, deploy.ToString());

        var created = await shared.Start(AdminCreate, alone, "a long password\n").WaitAsync();
        var refused = await shared.Start(AdminCreate, alone, "short\n").WaitAsync();

        Assert.True(created.ExitCode == 0, created.ToString());
        Assert.Contains("admin@example.org", created.Output, StringComparison.Ordinal);
        Assert.Equal(2, refused.ExitCode);
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
        var report = await shared.SucceedAsync(Built, "report", "--host");
        var preflight = await shared.SucceedAsync(Built, "preflight", "api", "--host");

        Assert.NotEmpty(report.Output);
        Assert.Contains("It is a manager of a swarm", preflight.Output, StringComparison.Ordinal);
    }

    async Task SilenceAsync()
    {
        string[] silence = ["silence", "ReplicaDown", "--for", "10m", "--reason", "a test", "--host"];

        var silenced = await shared.SucceedAsync(Built, silence);
        // Its exit code also says whether Watchdog has arrived, which after a start of Prometheus takes a while.
        var during = await shared.Start(["alerts", "--host"], shared.Variables(Built)).WaitAsync();
        var id = SilenceId().Match(silenced.Output).Groups[1].Value;
        var ended = await shared.SucceedAsync(Built, "unsilence", id, "--host");
        var after = await shared.Start(["alerts", "--host"], shared.Variables(Built)).WaitAsync();

        Assert.Contains("ReplicaDown", during.Output, StringComparison.Ordinal);
        Assert.Contains("Not silenced any more: alertname=\"ReplicaDown\"", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(id, after.Output, StringComparison.Ordinal);
    }

    async Task OpenAsync()
    {
        using var open = shared.Start(["open", "prometheus"], shared.Variables(Built));
        await open.PrintsAsync("until Ctrl-C", Limit);
        using var http = new HttpClient();

        var health = await http.GetStringAsync(
            new Uri(Here().Match(open.Output).Value + "-/healthy"),
            TestContext.Current.CancellationToken
        );

        Assert.Contains("Healthy", health, StringComparison.Ordinal);
        await EndsAsync(open);
    }

    async Task FollowAsync(TestCluster cluster)
    {
        using var follow = shared.Start(
            ["logs", "alertmanager", "--host", "-n", "0", "--follow"],
            shared.Variables(Built)
        );
        await Eventually.TrueAsync(() => FollowsAsync(cluster), Limit, () => $"{follow.Output}\n{follow.Error}");
        await cluster.First.Machine.ShellAsync(
            "docker kill --signal=HUP $(docker ps -q --filter label=com.docker.swarm.service.name=benevoclic_alertmanager)"
        );

        await follow.PrintsAsync("Loading configuration file", Limit);
        await EndsAsync(follow);
        await Eventually.TrueAsync(
            async () => !await FollowsAsync(cluster),
            Limit,
            () => "docker service logs goes on on the server"
        );
    }

    static async Task<bool> FollowsAsync(TestCluster cluster) =>
        (await cluster.First.ProcessesAsync()).Contains("service logs --timestamps --follow", StringComparison.Ordinal);

    static async Task EndsAsync(CliRun run)
    {
        await run.InterruptAsync();
        var end = await run.WaitAsync().WaitAsync(Limit, TestContext.Current.CancellationToken);
        Assert.True(end.ExitCode == 0, end.ToString());
    }

    [GeneratedRegex(@"unsilence ([0-9a-f]{8})")]
    private static partial Regex SilenceId();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Here();
}
