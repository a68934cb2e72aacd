using System.Text;
using System.Text.Json;
using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class PlannerTests
{
    const string Key = "the host's key";
    const string Image = "benevoclic/api@sha256:aa";

    static readonly RenderedService Wanted = new(
        "definition-1",
        release => release,
        new Dictionary<string, byte[]> { ["rules.yml"] = "rules"u8.ToArray() },
        "/etc/it",
        new Dictionary<string, string> { ["LOCALE"] = "fr" },
        new Dictionary<string, Secret>(),
        []
    );

    static readonly Release Last = new(
        "r1",
        "it",
        Image,
        "definition-1",
        new Dictionary<string, string> { ["rules.yml"] = HashOf("rules") },
        new Dictionary<string, string> { ["LOCALE"] = Fingerprint.Of("fr", Key) },
        "marie",
        DateTimeOffset.UnixEpoch
    );

    static readonly ContainerFacts Container = new("c1", "r1", "definition-1", true, 0, DateTimeOffset.UnixEpoch);

    static readonly ServiceFacts Live = new(
        Last,
        Container,
        new Dictionary<string, string> { ["rules.yml"] = HashOf("rules") },
        Image
    );

    [Fact]
    public void A_host_as_we_left_it_has_nothing_to_do() => Assert.False(Plan(Live).HasWork);

    [Fact]
    public void A_service_that_is_not_there_is_started() =>
        Assert.Equal(["not there yet"], Plan(ServiceFacts.None, Rollout.Swap).Reasons);

    [Theory]
    [InlineData("reload", "reload")]
    [InlineData("recreate", "recreate")]
    [InlineData("swap", "swap")]
    public void A_changed_file_is_reloaded_where_that_is_enough(string rollout, string way)
    {
        var wanted = Wanted with { Files = new Dictionary<string, byte[]> { ["rules.yml"] = "others"u8.ToArray() } };

        var plan = Plan(Live, Enum.Parse<Rollout>(rollout, ignoreCase: true), wanted);

        Assert.Equal(way, Deployment.Word(plan.Way!.Value));
        Assert.Equal(["file: rules.yml changed"], plan.Reasons);
    }

    [Fact]
    public void A_new_image_replaces_the_container_and_names_both()
    {
        var plan = Planner.Plan(
            AService.Named("it") with
            {
                Rollout = Rollout.Reload,
            },
            Wanted,
            "benevoclic/api@sha256:bb",
            Live,
            Key
        );

        Assert.Equal(Way.Recreate, plan.Way);
        Assert.Equal(["image: benevoclic/api@sha256:aa -> benevoclic/api@sha256:bb"], plan.Reasons);
    }

    [Fact]
    public void A_changed_environment_names_the_variable_and_never_its_value()
    {
        var wanted = Wanted with
        {
            Definition = "definition-2",
            Environment = new Dictionary<string, string> { ["LOCALE"] = "top-secret", ["NEW"] = "top-secret" },
        };

        var reasons = Plan(Live, wanted: wanted).Reasons;

        Assert.Equal(["environment: LOCALE changed", "environment: NEW is new"], reasons);
    }

    [Fact]
    public void What_somebody_did_by_hand_is_named_as_drift()
    {
        Assert.Equal(
            ["drift: rules.yml was edited on the host"],
            Plan(Live with { Files = new Dictionary<string, string> { ["rules.yml"] = "x" } }).Reasons
        );
        Assert.Equal(["drift: its container is gone from the host"], Plan(Live with { Container = null }).Reasons);
        Assert.Equal(
            ["drift: its container is stopped"],
            Plan(Live with { Container = Container with { IsRunning = false } }).Reasons
        );
        Assert.Equal(
            ["drift: its container was made by hand"],
            Plan(Live with { Container = Container with { Release = null, Definition = null } }).Reasons
        );
        Assert.Equal(
            ["drift: extra.yml was put there by hand"],
            Plan(Live with { Files = new Dictionary<string, string>(Live.Files) { ["extra.yml"] = "x" } }).Reasons
        );
    }

    [Fact]
    public void A_changed_compose_file_is_a_changed_definition() =>
        Assert.Equal(
            ["definition: its compose file changed"],
            Plan(Live, wanted: Wanted with { Definition = "definition-2" }).Reasons
        );

    [Fact]
    public void A_program_reads_the_way_the_reasons_the_image_and_who_froze_the_host()
    {
        var frozen = new LockHolder("paul", DateTimeOffset.UnixEpoch, "the disk");

        var report = PlanReport.Of(
            "deploy@vps",
            DeployActivity.None with
            {
                Frozen = frozen,
            },
            [Plan(Live), Plan(Live, Rollout.Swap, Wanted with { Definition = "definition-2" })],
            []
        );

        Assert.Equal(
            """
            {"host":"deploy@vps","hasWork":true,"deploys":{"frozen":{"by":"paul","since":"1970-01-01T00:00:00+00:00","why":"the disk"},"atWork":false,"halfDone":[]},"services":[
            {"name":"it","reasons":[],"image":"benevoclic/api@sha256:aa","release":"r1"},
            {"name":"it","way":"swap","reasons":["definition: its compose file changed"],"image":"benevoclic/api@sha256:aa","release":"r1"}],"rebuilt":[]}
            """.ReplaceLineEndings(""),
            JsonSerializer
                .Serialize(report, DeployJson.Default.PlanReport)
                .Replace("\\u002B", "+", StringComparison.Ordinal)
        );
    }

    static ServicePlan Plan(ServiceFacts facts, Rollout rollout = Rollout.Reload, RenderedService? wanted = null) =>
        Planner.Plan(AService.Named("it") with { Rollout = rollout }, wanted ?? Wanted, Image, facts, Key);

    static string HashOf(string text) => ServiceRenderer.Hash(Encoding.UTF8.GetBytes(text));
}
