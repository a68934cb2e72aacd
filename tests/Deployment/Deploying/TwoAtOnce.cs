namespace Benevoclic.Deployment.Deploying;

public sealed class TwoAtOnce(SharedHost shared)
{
    [Fact]
    public async Task The_second_is_refused_and_told_who_the_first_is_unless_it_waits()
    {
        var host = await shared.GetAsync();
        await Scenario.ServingV1Async(host);
        await host.AddApiImageAsync("v2");
        var variables = Scenario.Variables("v2");
        variables["GITHUB_ACTOR"] = "marie";
        using var first = Scenario.Start(host, ["deploy", "api", "--yes"], variables);
        await first.PrintsAsync("api: started", TimeSpan.FromSeconds(60));

        var second = await Scenario.Start(host, "v2", "api").WaitAsync();

        Assert.Equal(3, second.ExitCode);
        Assert.Contains("deploy by marie, since ", second.Error, StringComparison.Ordinal);
        var patient = await Scenario.Start(host, "v2", "api", "--wait", "120").WaitAsync();
        Assert.Equal(0, (await first.WaitAsync()).ExitCode);
        Assert.True(patient.ExitCode == 0, patient.ToString());
        Assert.Contains("Nothing to do", patient.Output, StringComparison.Ordinal);
    }
}
