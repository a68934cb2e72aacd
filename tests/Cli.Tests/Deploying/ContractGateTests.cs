using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Proofs;
using Benevoclic.Cli.Remote;
using Microsoft.Extensions.Time.Testing;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class ContractGateTests
{
    static readonly MetricContract Contract = new(
        new Dictionary<MetricName, IReadOnlyList<string>> { [MetricName.Of("a_total")] = ["rules.yml, alert A"] }
    );

    readonly FakeTimeProvider _time = new();
    readonly List<string> _said = [];

    [Fact]
    public async Task A_candidate_that_shows_all_metrics_passes_after_one_round_trip()
    {
        var shell = Answering(_ => Scrape("a_total 1"));

        await PassAsync(shell, Contract);

        Assert.Equal("bash -s -- /opt/it candidate 8080 /metrics", Assert.Single(shell.Asked).ToString());
        Assert.Equal(["it: has all 1 metrics that rules and dashboards use"], _said);
    }

    [Fact]
    public async Task A_metric_may_take_a_moment()
    {
        var shell = Answering(i => i < 2 ? Scrape("other 1") : Scrape("a_total 1"));

        await PassAsync(shell, Contract);

        Assert.Equal(3, shell.RoundTrips);
    }

    [Fact]
    public async Task A_metric_that_does_not_come_is_named_with_who_uses_it()
    {
        var shell = Answering(_ => Scrape("other 1"));

        var failure = await Assert.ThrowsAsync<DeployFailedException>(() => PassAsync(shell, Contract));

        Assert.Equal(6, shell.RoundTrips);
        Assert.StartsWith(
            "metric contract: the new release lacks metrics that are in use:\n  a_total, used by rules.yml, alert A\n",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_candidate_without_an_answer_does_not_pass()
    {
        var shell = Answering(_ => new CommandOutcome(22, "", "curl: (22) The requested URL returned error: 404"));

        var failure = await Assert.ThrowsAsync<DeployFailedException>(() => PassAsync(shell, Contract));

        Assert.Contains("/metrics gives no answer: curl: (22)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_owes_nothing_is_not_asked()
    {
        var shell = Answering(_ => Scrape(""));

        await PassAsync(shell, MetricContract.None);

        Assert.Equal(0, shell.RoundTrips);
    }

    async Task PassAsync(ScriptedShell shell, MetricContract contract)
    {
        var passing = new ContractGate(
            new HostContext(shell, new HostFolder("/opt/it"), "", new Dictionary<string, int>())
            {
                Gate = TimeSpan.Zero,
            },
            _time,
            _said.Add
        ).PassAsync(Plan(contract), "candidate", TestContext.Current.CancellationToken);
        while (!passing.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await passing;
    }

    static ServicePlan Plan(MetricContract contract) =>
        new(
            AService.Named("it") with
            {
                Metrics = new ServiceMetrics("/metrics", []),
            },
            Way.Swap,
            [],
            new RenderedService(
                "",
                _ => "",
                new Dictionary<string, byte[]>(),
                null,
                new Dictionary<string, string>(),
                new Dictionary<string, Secret>(),
                []
            ),
            "it:1",
            ServiceFacts.None
        )
        {
            Contract = contract,
        };

    static ScriptedShell Answering(Func<int, CommandOutcome> answer) => new((i, _) => answer(i));

    static CommandOutcome Scrape(string text) => new(0, text, "");
}
