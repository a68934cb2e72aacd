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

    [Fact]
    public async Task A_drill_that_is_killed_leaves_nothing_broken()
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

        drill.Kill(entireProcessTree: false);

        await Eventually.TrueAsync(
            async () => (await stack.StatusAsync()).GetProperty("healthy").GetBoolean(),
            Limit,
            () => "the API came back without the drill"
        );
    }

    [Fact]
    public async Task An_alert_waits_while_Discord_is_away_and_the_relay_gets_its_own_back()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await stack.UpAsync();

        var drill = await stack.RunAsync("drill", "discord-down", "--countdown", "0");

        Assert.True(drill.ExitCode == 0, drill.ToString());
        Assert.Contains("Discord did not take it", drill.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(discord.Posts, post => post.Mentions("DiscordDrill"));
        var environment = await File.ReadAllTextAsync(
            $"/proc/{await stack.PidAsync("relay")}/environ",
            TestContext.Current.CancellationToken
        );
        Assert.Contains(discord.WebhookUrl, environment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_can_be_silenced_shown_and_heard_again()
    {
        Needs.Monitoring();
        await using var stack = new LocalStack();
        await stack.UpAsync();

        var silence = await stack.RunAsync("silence", "ServerDown", "--for", "1h", "--reason", "travaux");
        var shown = await stack.RunAsync("alerts");
        var drill = await stack.RunAsync("drill", "server-down", "--countdown", "0");
        var id = silence.Output.Split("unsilence ")[1].Trim();
        var ended = await stack.RunAsync("unsilence", id);

        Assert.True(silence.ExitCode == 0, silence.ToString());
        Assert.Contains("travaux", shown.Output, StringComparison.Ordinal);
        Assert.Equal(1, drill.ExitCode);
        Assert.Contains("mutes ServerDown", drill.Error, StringComparison.Ordinal);
        Assert.Equal(0, ended.ExitCode);
        Assert.DoesNotContain("travaux", (await stack.RunAsync("alerts")).Output, StringComparison.Ordinal);
    }
}
