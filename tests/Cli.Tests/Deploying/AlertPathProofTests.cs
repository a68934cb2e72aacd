using Benevoclic.Cli.Deploying.Judging;
using Benevoclic.Cli.Stack;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class AlertPathProofTests
{
    static readonly AlertPath Path = new(
        AService.Named("alertmanager"),
        AService.Named("relay") with
        {
            Secrets = [new ServiceSecret("DISCORD_WEBHOOK_URL", false)],
        }
    );

    [Theory]
    [InlineData(
        """told	432	200	{"state":"delivered","message":"1001","problem":null}""",
        "the test alert reached Discord in 0.4 s (message 1001)"
    )]
    [InlineData(
        """told	432	200	{"state":"local","message":null,"problem":null}""",
        "the test alert reached the relay in 0.4 s; Discord is not configured (DISCORD_WEBHOOK_URL is not set)"
    )]
    [InlineData("absent\trelay", "alert path not proven: no relay runs on this host yet")]
    public void What_holds_is_said_with_its_limits(string answer, string words) =>
        Assert.Equal(new AlertPathProof(false, words), AlertPathProof.Read(Tabbed(answer), Path));

    [Theory]
    [InlineData(
        """told	300	200	{"state":"failed","message":null,"problem":"Discord answered 404: Unknown Webhook"}""",
        "did not reach Discord in 0.3 s: Discord answered 404: Unknown Webhook"
    )]
    [InlineData(
        """told	15001	202	{"state":"waiting","message":null,"problem":"trying again in 8 s: Discord answered 500"}""",
        "did not reach Discord in 15.0 s: trying again in 8 s: Discord answered 500"
    )]
    [InlineData(
        """told	15001	202	{"state":"waiting","message":null,"problem":null}""",
        "did not reach Discord in 15.0 s: it waits behind other messages"
    )]
    [InlineData(
        """told	300	200	{"state":"delivered","message":null,"problem":null}""",
        "did not reach Discord in 0.3 s: Discord answered, but not that it stored the message"
    )]
    public void What_Discord_did_not_take_names_what_it_said_and_what_to_check(string answer, string words)
    {
        var proof = AlertPathProof.Read(Tabbed(answer), Path);

        Assert.True(proof.IsBroken);
        Assert.Contains(words, proof.Words, StringComparison.Ordinal);
        Assert.EndsWith(
            "Check DISCORD_WEBHOOK_URL; when it is right, type: ./benevoclic deploy relay",
            proof.Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("told\t15001\t404\t", "not come from alertmanager to the relay")]
    [InlineData("told\t15001\t000\t", "the relay could not say")]
    [InlineData("told\t300\t200\tnot json", "the relay could not say")]
    [InlineData("refused\tcurl: (22) 400", "alertmanager did not take the test alert: curl: (22) 400")]
    [InlineData("", "cannot be told")]
    public void What_was_lost_on_the_way_names_where(string answer, string words)
    {
        var proof = AlertPathProof.Read(Tabbed(answer), Path);

        Assert.True(proof.IsBroken);
        Assert.Contains(words, proof.Words, StringComparison.Ordinal);
    }

    static string Tabbed(string answer) => $"{answer.Replace("\\t", "\t", StringComparison.Ordinal)}\n";
}
