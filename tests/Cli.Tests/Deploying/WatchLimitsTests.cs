using Benevoclic.Cli.Deploying;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class WatchLimitsTests
{
    static readonly WatchLimits Limits = new(ErrorRatio: 0.05, Latency: 1);

    [Theory]
    [InlineData("0.01", "0.2", null)]
    [InlineData("NaN", "NaN", null)]
    [InlineData("0.3", "0.2", "30.0")]
    [InlineData("0", "1.5", "1.50 s")]
    public void Too_many_errors_or_too_much_latency_is_a_breach_with_its_numbers(
        string errors,
        string latency,
        string? told
    )
    {
        var breach = Limits.Breach($"container\ttrue 0\nanswer\t{Answer(errors)}\nanswer\t{Answer(latency)}\n");

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
    [InlineData("500", "it answers its probe with 500")]
    [InlineData("000", "it does not answer its probe any more")]
    [InlineData("200", null)]
    public void A_probe_that_is_not_answered_well_is_a_breach(string status, string? told) =>
        Assert.Equal(told, Limits.Breach($"container\ttrue 0\nprobe\t{status}"));

    [Theory]
    [InlineData("container\tfalse 0")]
    [InlineData("container\ttrue 1")]
    [InlineData("")]
    public void A_container_that_stopped_or_had_to_be_started_again_is_a_breach(string answer) =>
        Assert.NotNull(Limits.Breach(answer));

    [Theory]
    [InlineData("container\ttrue 0")]
    [InlineData("container\ttrue 0\nanswer\t\nanswer\tnot json")]
    [InlineData("container\ttrue 0\nanswer\t{}\nanswer\t{\"data\":{\"result\":[]}}")]
    public void A_Prometheus_that_knows_nothing_is_no_verdict(string answer) => Assert.Null(Limits.Breach(answer));

    static string Answer(string value) =>
        """{"data":{"result":[{"value":[1,"VALUE"]}]}}""".Replace("VALUE", value, StringComparison.Ordinal);
}
