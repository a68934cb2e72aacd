namespace Benevoclic.EndToEnd.Drills;

public sealed class DrillingLocally
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_dead_API_is_told_stage_by_stage_and_everything_is_back()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await stack.UpAsync();

        var drill = await stack.RunAsync("drill", "server-down", "--countdown", "0");

        Assert.True(drill.ExitCode == 0, drill.ToString());
        Assert.Contains("Prometheus is sure: ServerDown fires", drill.Output, StringComparison.Ordinal);
        Assert.Contains("Discord has the message", drill.Output, StringComparison.Ordinal);
        Assert.Contains("Discord has the end (ServerUp)", drill.Output, StringComparison.Ordinal);
        Assert.Contains(discord.Posts, post => post.Colour == DiscordPost.Red && post.Mentions("ServerDown"));
        Assert.Contains(discord.Posts, post => post.Colour == DiscordPost.Green);
        Assert.True((await stack.StatusAsync()).GetProperty("healthy").GetBoolean());
        Assert.Contains("Nothing fires", (await stack.RunAsync("alerts")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-KILL", 137)]
    [InlineData("-INT", 130)]
    public async Task A_drill_that_is_killed_or_interrupted_leaves_nothing_broken(string signal, int exitCode)
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();
        await stack.UpAsync();
        var before = await stack.PidAsync("api");
        using var drill = stack.Start("drill", "server-down", "--countdown", "0");
        await Eventually.TrueAsync(
            () => !Directory.Exists($"/proc/{before}"),
            TimeSpan.FromSeconds(150),
            () => "the API was killed"
        );

        await Shell.RunAsync(Repository.Root, stack.Environment.AsReadOnly(), "kill", [signal, $"{drill.Id}"]);
        await drill
            .WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(Limit, TestContext.Current.CancellationToken);

        Assert.Equal(exitCode, drill.ExitCode);
        await Eventually.TrueAsync(
            async () => (await stack.StatusAsync()).GetProperty("healthy").GetBoolean(),
            Limit,
            () => "the API came back without the drill"
        );
    }
}
