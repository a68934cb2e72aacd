using System.Diagnostics;

namespace Benevoclic.EndToEnd.Local;

public sealed class ADeadApi
{
    /// <summary>
    /// Far above the 12 s that the bench measures, and above the two comparisons, 30 s apart, that the relay needs where Alertmanager is
    /// not told of the end: a busy machine must not fail a test about messages.
    /// </summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Reaches_Discord_as_one_red_message_and_its_return_as_one_green_one()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);

        await DiesAsync(stack, discord);
        Assert.Equal(DiscordPost.Red, discord.Messages[0].Colour);
        Assert.True(discord.Messages[0].Mentions("ServerDown"), discord.Messages[0].Body);

        var start = await stack.RunAsync("start", "api");
        Assert.Equal(0, start.ExitCode);
        await PostedAsync(discord, 2);
        Assert.Equal(DiscordPost.Green, discord.Messages[1].Colour);
        Assert.True(discord.Messages[1].Mentions("ServerUp"), discord.Messages[1].Body);

        // Several scrapes, evaluations and group intervals later, nothing more has been said.
        await Task.Delay(TimeSpan.FromSeconds(9), TestContext.Current.CancellationToken);
        Assert.Equal(DiscordPost.Green, discord.Posts.Last(post => post.Method == "PATCH").Colour);
        Assert.Equal(2, discord.Messages.Count);
    }

    [Fact]
    public async Task Stays_down_for_the_team_when_Prometheus_dies_too()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await DiesAsync(stack, discord);

        await KillAsync(stack, "prometheus");
        await stack.RunAsync("start", "api");
        await stack.RunAsync("start", "prometheus");
        await PostedAsync(discord, 2);

        Assert.Equal([DiscordPost.Red, DiscordPost.Green], discord.Messages.Select(post => post.Colour));
        Assert.Equal(DiscordPost.Green, discord.Posts.Last(post => post.Method == "PATCH").Colour);
    }

    [Fact]
    public async Task Never_shows_the_webhook_address_in_a_log_or_on_a_page()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await DiesAsync(stack, discord);

        using var http = new HttpClient();
        var seen = new List<string>
        {
            await http.GetStringAsync(stack.Address("relay"), TestContext.Current.CancellationToken),
        };
        seen.AddRange(Directory.EnumerateFiles(stack.State, "*.log", SearchOption.AllDirectories).Select(ReadShared));

        Assert.All(seen, text => Assert.DoesNotContain("a-token-that-no-log-may-show", text, StringComparison.Ordinal));
    }

    static async Task DiesAsync(LocalStack stack, DiscordRecorder discord)
    {
        await stack.UpAsync();
        await KillAsync(stack, "api");
        await PostedAsync(discord, 1);
    }

    static async Task KillAsync(LocalStack stack, string service)
    {
        using var process = Process.GetProcessById(await stack.PidAsync(service));
        process.Kill();
    }

    static Task PostedAsync(DiscordRecorder discord, int count) =>
        Eventually.TrueAsync(
            () => discord.Messages.Count >= count,
            Limit,
            () => $"{count} messages; so far: {string.Join(", ", discord.Posts)}"
        );

    static string ReadShared(string path)
    {
        using var reader = new StreamReader(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
        );
        return reader.ReadToEnd();
    }
}
