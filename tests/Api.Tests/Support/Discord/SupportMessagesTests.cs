using System.Net.Http.Json;
using Benevoclic.Api.Tests.Frame;
using Benevoclic.Harness;

namespace Benevoclic.Api.Tests.Support.Discord;

/// <summary>Messages on their way to the support's channel, and a Discord that is not well.</summary>
public sealed class SupportMessagesTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_report_is_answered_at_once_and_announced_behind_its_back()
    {
        await using var discord = await DiscordRecorder.StartAsync();
        await using var api = await RunningApi.StartAsync(null, $"--WEBHOOK_SUPPORT_URL={discord.WebhookUrl}");

        Assert.Equal(201, await ReportAsync(api));

        await Eventually.TrueAsync(() => discord.Posts.Count == 1, Limit, () => "no message");
        Assert.Contains("Nouveau ticket de support #", discord.Posts[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Discord_that_fails_is_asked_again_later_and_in_the_end_given_up()
    {
        await using var discord = await DiscordRecorder.StartAsync();
        discord.Status = 500;
        await using var api = await RunningApi.StartAsync(null, $"--WEBHOOK_SUPPORT_URL={discord.WebhookUrl}");

        Assert.Equal(201, await ReportAsync(api));

        await Eventually.TrueAsync(
            () =>
            {
                api.Clock.Advance(TimeSpan.FromSeconds(5));
                return api.Log.All.Any(line => line.Contains("given up after 4 tries", StringComparison.Ordinal));
            },
            Limit,
            () => $"{discord.Posts.Count} tries"
        );
        Assert.Equal(4, discord.Posts.Count);
    }

    [Fact]
    public async Task A_message_that_Discord_refuses_is_not_sent_again()
    {
        await using var discord = await DiscordRecorder.StartAsync();
        discord.Status = 400;
        await using var api = await RunningApi.StartAsync(null, $"--WEBHOOK_SUPPORT_URL={discord.WebhookUrl}");

        await ReportAsync(api);

        await Eventually.TrueAsync(
            () => api.Log.All.Any(line => line.Contains("given up after 1 tries", StringComparison.Ordinal)),
            Limit,
            () => "not given up"
        );
        Assert.Single(discord.Posts);
    }

    [Fact]
    public async Task Nothing_that_is_logged_shows_the_webhook()
    {
        var nobody = $"http://127.0.0.1:{FreePorts.Take(1)[0]}/api/webhooks/1/a-token-that-no-log-may-show";
        await using var api = await RunningApi.StartAsync(null, $"--WEBHOOK_SUPPORT_URL={nobody}");

        Assert.Equal(201, await ReportAsync(api));

        await Eventually.TrueAsync(
            () =>
            {
                api.Clock.Advance(TimeSpan.FromSeconds(5));
                return api.Log.All.Any(line => line.Contains("given up", StringComparison.Ordinal));
            },
            Limit,
            () => "not given up"
        );
        Assert.DoesNotContain(api.Log.All, line => line.Contains("a-token-that", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_webhook_nothing_is_sent_and_nothing_is_said()
    {
        await using var api = await RunningApi.StartAsync();

        Assert.Equal(201, await ReportAsync(api));
        Assert.DoesNotContain(api.Log.All, line => line.Contains("support's channel", StringComparison.Ordinal));
    }

    static async Task<int> ReportAsync(RunningApi api)
    {
        using var answer = await api.Client.PostAsJsonAsync(
            "/support/reports",
            new
            {
                type = "TECHNICAL",
                category = "SLOW_PERFORMANCE",
                description = "C'est lent",
            },
            TestContext.Current.CancellationToken
        );
        return (int)answer.StatusCode;
    }
}
