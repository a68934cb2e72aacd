using Benevoclic.Cli.Config;
using Benevoclic.Cli.Deploying.Judging;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class WatchVerdictTests
{
    static readonly WatchLimits Limits = WatchLimits.Default;
    static readonly TimeSpan AWhile = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("0.01", "0.2", "1", null)]
    [InlineData("NaN", "NaN", "NaN", null)]
    [InlineData("0.05", "1", "0.5", null)]
    [InlineData("0.3", "0.2", "1", "30.0 % of the requests fail, allowed are 5 %")]
    [InlineData("0", "1.5", "1", "95 % of the requests take up to 1500 ms, allowed are 1000 ms")]
    [InlineData("0", "0.2", "0.25", "Prometheus reaches it in 25 % of its scrapes, 50 % are needed")]
    public void What_is_beyond_a_limit_is_a_breach_with_its_numbers(
        string errors,
        string latency,
        string up,
        string? told
    )
    {
        var breach = WatchVerdict.Breach(
            Limits,
            $"container\ttrue 0\nanswer\t{Answer(errors)}\nanswer\t{Answer(latency)}\nanswer\t{Answer(up)}\n",
            AWhile
        );

        if (told is null)
        {
            Assert.Null(breach);
        }
        else
        {
            Assert.Contains(told, breach, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Scrapes_from_before_the_switch_are_held_against_nobody(int seconds, bool isBreach)
    {
        var answer = $"container\ttrue 0\nanswer\t{Answer("0")}\nanswer\t{Answer("0.2")}\nanswer\t{Answer("0.2")}\n";

        Assert.Equal(isBreach, WatchVerdict.Breach(Limits, answer, TimeSpan.FromSeconds(seconds)) is not null);
    }

    [Theory]
    [InlineData("500", "it answers its probe with 500")]
    [InlineData("000", "it does not answer its probe any more")]
    [InlineData("200", null)]
    public void A_probe_that_is_not_answered_well_is_a_breach(string status, string? told) =>
        Assert.Equal(told, WatchVerdict.Breach(Limits, $"container\ttrue 0\nprobe\t{status}", AWhile));

    [Theory]
    [InlineData("container\tfalse 0")]
    [InlineData("container\ttrue 1")]
    [InlineData("container\ttrue many")]
    [InlineData("")]
    public void A_container_that_stopped_or_had_to_be_started_again_is_a_breach(string answer) =>
        Assert.NotNull(WatchVerdict.Breach(Limits, answer, AWhile));

    [Theory]
    [InlineData("container\ttrue 0")]
    [InlineData("container\ttrue 0\nanswer\t\nanswer\tnot json")]
    [InlineData("container\ttrue 0\nanswer\t{}\nanswer\t{\"data\":{\"result\":[]}}")]
    public void A_Prometheus_that_knows_nothing_is_no_verdict(string answer) =>
        Assert.Null(WatchVerdict.Breach(Limits, answer, AWhile));

    static string Answer(string value) =>
        """{"data":{"result":[{"value":[1,"VALUE"]}]}}""".Replace("VALUE", value, StringComparison.Ordinal);
}
