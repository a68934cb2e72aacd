using System.Globalization;
using System.Net;
using System.Text;

namespace Benevoclic.EndToEnd.Local;

public sealed class TestingTheAlertPath
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    static readonly HttpClient Http = new();

    [Fact]
    public async Task Is_one_blue_message_that_the_relay_knows_the_fate_of()
    {
        Needs.Monitoring();
        await using var discord = await DiscordRecorder.StartAsync();
        await using var stack = new LocalStack(discord.WebhookUrl);
        await stack.UpAsync();
        var start = TimeProvider.System.GetUtcNow();

        await SendAsync(stack, start, start.AddMinutes(1));
        var fate = await FateAsync(stack);
        await SendAsync(stack, start, TimeProvider.System.GetUtcNow());
        await EndIsHeardAsync(stack);

        Assert.Contains("\"state\":\"delivered\",\"message\":\"1\"", fate, StringComparison.Ordinal);
        var post = Assert.Single(discord.Posts);
        Assert.Equal(DiscordPost.Blue, post.Colour);
        Assert.True(post.Mentions("relay · r1"), post.Body);
    }

    static async Task SendAsync(LocalStack stack, DateTimeOffset start, DateTimeOffset end)
    {
        var alert = $$$"""
            [{"startsAt": "{{{Text(start)}}}", "endsAt": "{{{Text(end)}}}", "labels": {
              "alertname": "AlertPathTest", "severity": "info", "service": "relay", "release": "r1", "deploy": "d1"}}]
            """;
        using var content = new StringContent(alert, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync(stack.Address("alertmanager", "/api/v2/alerts"), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    static async Task<string> FateAsync(LocalStack stack)
    {
        var fate = "";
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await Http.GetAsync(stack.Address("relay", "/alert-path/d1/relay"));
                fate = await answer.Content.ReadAsStringAsync();
                return answer.StatusCode == HttpStatusCode.OK;
            },
            Limit,
            () => $"the relay says {fate}"
        );
        return fate;
    }

    static Task EndIsHeardAsync(LocalStack stack) =>
        Eventually.TrueAsync(
            async () =>
                (await Http.GetStringAsync(stack.Address("relay", "/metrics"))).Contains(
                    "alertname=\"AlertPathTest\",status=\"resolved\"",
                    StringComparison.Ordinal
                ),
            Limit,
            () => "the relay did not hear of the end"
        );

    static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
