using Benevoclic.Cli.Deploying;
using Benevoclic.Cli.Remote;

namespace Benevoclic.Cli.Tests.Deploying;

public sealed class HostFactsTests
{
    [Fact]
    public void A_deploy_that_died_is_unfinished_and_one_that_ended_is_not()
    {
        var facts = HostFacts.Parse(
            $"""
            key	k
            journal	{Line("1", DeployState.Armed)}
            journal	{Line("1", DeployState.Committed)}
            journal	{Line("2", DeployState.Armed)}
            journal	{Line("2", DeployState.Started)}
            journal	half a line
            service	api
            """
        );

        Assert.Equal(["2"], facts.Unfinished.Select(entry => entry.Deploy));
        Assert.Equal(ServiceFacts.None.Last, facts.Services["api"].Last);
    }

    [Fact]
    public async Task A_host_that_nobody_set_up_knows_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var shell = new LocalShell();

        var outcome = await shell.RunAsync(
            Script.Run("facts", $"{folder.Path}/not-there", "api=benevoclic/api:1"),
            TestContext.Current.CancellationToken
        );

        var facts = HostFacts.Parse(outcome.Output);
        Assert.True(outcome.Succeeded, outcome.Error);
        Assert.Empty(facts.Services);
        Assert.Empty(facts.Journal);
    }

    static string Line(string deploy, DeployState state) =>
        new JournalEntry(DateTimeOffset.UnixEpoch, deploy, "api", "r1", state, "marie").ToLine();
}
