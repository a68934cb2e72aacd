namespace Benevoclic.Deployment.Deploying;

public sealed class Watching(SharedHost shared)
{
    [Fact]
    public async Task Undoes_a_release_that_turns_bad_after_the_switch_and_says_what_it_saw()
    {
        var host = await shared.GetAsync();
        var release = await Scenario.ServingV1Async(host, "prometheus");
        await host.AddApiImageAsync("bad", Defect.TurnsBad);
        await using var load = host.StartLoad();

        var bad = await Scenario
            .Start(host, ["deploy", "api", "--yes"], Scenario.Variables("bad", watch: 40))
            .WaitAsync();

        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("watching: it answers its probe with 500", bad.Error, StringComparison.Ordinal);
        await Scenario.IsWholeAsync(host, release);
        var receipt = await Scenario.ReceiptAsync(host);
        var report = await load.StopAsync();
        Assert.True(receipt.Number("failed") > 0, receipt.ToString());
        Assert.True(report.Failures.Count == receipt.Number("failed"), $"{receipt}\n{report}");
    }

    [Fact]
    public async Task Is_not_needed_for_one_that_runs_out_of_memory()
    {
        var host = await shared.GetAsync();
        var release = await Scenario.ServingV1Async(host);
        await host.AddApiImageAsync("bad", Defect.EatsMemory);
        await using var load = host.StartLoad();

        var bad = await Scenario.Start(host, "bad", "api").WaitAsync();

        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("out of memory", bad.Error, StringComparison.Ordinal);
        await Scenario.IsWholeAsync(host, release);
        Assert.Empty((await load.StopAsync()).Failures);
    }
}
