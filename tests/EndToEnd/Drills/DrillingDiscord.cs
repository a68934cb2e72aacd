namespace Benevoclic.EndToEnd.Drills;

public sealed class DrillingDiscord
{
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
}
