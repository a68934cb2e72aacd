namespace Benevoclic.Deployment.Deploying;

/// <summary>A deploy that dies, freezes or is cut off: the host ends in the old release by itself, and users notice nothing.</summary>
[Collection(OnTheSecondHost.Name)]
public sealed class Dying(SecondHost shared)
{
    public static TheoryData<string> States =>
        ["armed", "started", "gated", "switched", "switched (promoted)", "watching"];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Killed_and_the_next_deploy_goes_through(string state)
    {
        await EndsWholeAsync(
            state,
            (_, run) =>
            {
                run.Kill();
                return Task.CompletedTask;
            },
            (_, _) => Task.CompletedTask
        );
        await DeploysAsync();
    }

    [Theory]
    [MemberData(nameof(States))]
    public Task Frozen_and_once_thawed_it_goes_on_with_nothing(string state) =>
        EndsWholeAsync(
            state,
            (_, run) => run.FreezeAsync(),
            async (_, run) =>
            {
                await run.ThawAsync();
                await SaysThatItFailedAsync(run);
            }
        );

    [Theory]
    [MemberData(nameof(States))]
    public Task Cut_off(string state) =>
        EndsWholeAsync(
            state,
            (host, _) => host.CutNetworkAsync(),
            async (host, run) =>
            {
                await SaysThatItFailedAsync(run);
                await host.RestoreNetworkAsync();
            }
        );

    [Theory]
    [InlineData("started")]
    [InlineData("watching")]
    public async Task Interrupted_it_undoes_what_it_began_and_the_next_deploy_goes_through(string state)
    {
        await EndsWholeAsync(
            state,
            (_, run) => run.InterruptAsync(),
            async (_, run) =>
            {
                var end = await run.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));
                Assert.True(end.ExitCode == 130, end.ToString());
                Assert.Contains("api: undone", end.Output, StringComparison.Ordinal);
            }
        );
        await DeploysAsync();
    }

    /// <summary>However a deploy died, the same guardian has undone it: what comes after is asked where it was killed.</summary>
    async Task DeploysAsync()
    {
        var host = await shared.GetAsync();
        var (release, next) = await Scenario.ServingAsync(host);
        await Scenario.DeployedAsync(host, next, "api");
        Assert.NotEqual(release, await Scenario.LiveReleaseAsync(host));
    }

    static async Task SaysThatItFailedAsync(CliRun run)
    {
        var end = await run.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(end.ExitCode == 1, end.ToString());
        Assert.Contains("journal", end.Error, StringComparison.Ordinal);
    }

    async Task EndsWholeAsync(string state, Func<TestHost, CliRun, Task> die, Func<TestHost, CliRun, Task> after)
    {
        var host = await shared.GetAsync();
        var (release, next) = await Scenario.ServingAsync(host);
        await using var load = host.StartLoad();
        using var run = Scenario.Start(host, ["deploy", "api", "--yes"], Scenario.Variables(next, watch: 30));

        await run.PrintsAsync($"api: {state}", TimeSpan.FromSeconds(60));
        // Into the middle of the step, and not before it.
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await die(host, run);

        await Scenario.IsWholeAsync(host, release);
        await after(host, run);
        await Scenario.IsWholeAsync(host, release);
        var report = await load.StopAsync();
        Assert.True(report.Failures.Count == 0, report.ToString());
    }
}
