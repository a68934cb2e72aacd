namespace Benevoclic.EndToEnd.Drills;

public sealed class SilencingAlerts
{
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
