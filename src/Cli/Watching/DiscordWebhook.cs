using System.Text;

namespace Benevoclic.Cli.Watching;

/// <summary>Posts to a channel.</summary>
/// <param name="address">Whoever knows it may post: it is in no error.</param>
sealed class DiscordWebhook(string address)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <exception cref="CommandException">Discord did not take it.</exception>
    public async Task PostAsync(WatchCard card, CancellationToken ct)
    {
        using var http = new HttpClient { Timeout = Patience };
        using var content = new StringContent(card.ToJson().ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.PostAsync($"{address}?wait=true", content, ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refused($"it answered {(int)answer.StatusCode}");
            }
        }
        catch (Exception e)
            when (e is HttpRequestException or InvalidOperationException or UriFormatException
                || (e is TaskCanceledException && !ct.IsCancellationRequested)
            )
        {
            throw Refused(e is HttpRequestException ? e.Message : "its address leads nowhere, or it says nothing");
        }
    }

    static CommandException Refused(string why) =>
        new(
            ExitCode.Failed,
            $"Discord did not take the message: {why}.",
            "It is tried again at the next look. Is DISCORD_WEBHOOK_URL still right?"
        );
}
