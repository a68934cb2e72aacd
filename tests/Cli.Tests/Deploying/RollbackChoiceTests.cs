using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.RollingBack;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class RollbackChoiceTests
{
    static readonly string[] Known = ["api", "prometheus", "proxy"];

    /// <summary>api: r1 good, r2 undone, r3 never committed, r4 good. prometheus: r1 good, r4 good. proxy: r4 good.</summary>
    static readonly HostReleases OnHost = new(
        [
            .. new[] { "r1", "r2", "r3", "r4" }.Select(id => AHost.Release("api", id)),
            AHost.Release("prometheus", "r1"),
            AHost.Release("prometheus", "r4"),
            AHost.Release("proxy", "r4"),
        ],
        [
            AHost.Verdict("1", "api", "r1"),
            AHost.Verdict("1", "prometheus", "r1"),
            AHost.Verdict("2", "api", "r2", DeployState.Undone),
            AHost.Verdict("4", "prometheus", "r4"),
            AHost.Verdict("4", "api", "r4"),
            AHost.Verdict("4", "proxy", "r4"),
        ]
    );

    static readonly HostFacts Facts = AHost.Serving(("api", "r4"), ("prometheus", "r4"), ("proxy", "r4"));

    [Theory]
    [InlineData("api", null, "r1")]
    [InlineData("api", "r1", "r1")]
    [InlineData("prometheus", null, "r1")]
    public void The_last_good_one_before_the_current_or_the_one_that_was_named(
        string service,
        string? wanted,
        string chosen
    ) => Assert.Equal(chosen, RollbackChoice.For(service, wanted, OnHost, Facts).Id);

    [Theory]
    [InlineData("proxy", null, ExitCode.Failed, "proxy has no good release before r4")]
    [InlineData("grafana", null, ExitCode.Failed, "grafana was never deployed here")]
    [InlineData("api", "r4", ExitCode.Usage, "api already runs r4")]
    [InlineData("api", "r2", ExitCode.Usage, "r2 of api never served well")]
    [InlineData("api", "r3", ExitCode.Usage, "r3 of api never served well")]
    [InlineData("api", "r9", ExitCode.Usage, "There is no release \"r9\" of api")]
    [InlineData("proxy", "r1", ExitCode.Usage, "There is no release \"r1\" of proxy")]
    public void What_cannot_be_gone_back_to_is_refused(string service, string? wanted, object exitCode, string message)
    {
        var refused = Assert.Throws<CommandException>(() => RollbackChoice.For(service, wanted, OnHost, Facts));

        Assert.Equal(exitCode, refused.ExitCode);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rollback_of_the_last_deploy_takes_its_services_the_last_started_first_and_says_who_stays() =>
        Assert.Equal(
            [
                new WayBack("proxy", null, "it has no good release before r4"),
                new WayBack("prometheus", OnHost.All[4]),
                new WayBack("api", OnHost.All[0]),
            ],
            RollbackChoice.ForLastAct(Known, OnHost, Facts)
        );

    [Fact]
    public void A_deploy_that_committed_nothing_is_not_the_last_one()
    {
        var failed = OnHost with
        {
            Verdicts = [.. OnHost.Verdicts, AHost.Verdict("5", "api", "r5", DeployState.Undone)],
        };

        Assert.Equal(3, RollbackChoice.ForLastAct(Known, failed, Facts).Count);
    }

    [Fact]
    public void One_that_broke_off_after_its_first_service_is_taken_back_for_that_one_only()
    {
        var half = OnHost with
        {
            Verdicts =
            [
                .. OnHost.Verdicts,
                AHost.Verdict("5", "prometheus", "r5"),
                AHost.Verdict("5", "api", "r5", DeployState.Undone),
            ],
        };

        Assert.Equal(
            [new WayBack("prometheus", OnHost.All[5])],
            RollbackChoice.ForLastAct(Known, half, AHost.Serving(("prometheus", "r5"), ("api", "r4")))
        );
    }

    [Fact]
    public void A_service_that_left_the_checkout_stays_and_is_named() =>
        Assert.Contains(
            new WayBack("prometheus", null, "it is not a folder of stack/ here"),
            RollbackChoice.ForLastAct(["api", "proxy"], OnHost, Facts)
        );

    [Fact]
    public void Without_anything_to_go_back_to_it_says_why()
    {
        var first = new HostReleases([AHost.Release("api", "r1")], [AHost.Verdict("1", "api", "r1")]);

        var none = Assert.Throws<CommandException>(() =>
            RollbackChoice.ForLastAct(Known, first, AHost.Serving(("api", "r1")))
        );
        var never = Assert.Throws<CommandException>(() =>
            RollbackChoice.ForLastAct(Known, new HostReleases([], []), AHost.Serving())
        );

        Assert.Contains("api: it has no good release before r1", none.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was ever deployed", never.Message, StringComparison.Ordinal);
    }
}
