using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;

namespace Benevoclic.Relay.Texts;

static partial class English
{
    static TroubleWords TroubleWords() =>
        new()
        {
            Sequels = new Dictionary<Sequel, string>
            {
                [Sequel.Again] = "trying again in {wait} s: {reply}",
                [Sequel.OtherForm] = "trying another form: {reply}",
                [Sequel.WebhookGone] =
                    "{reply}. The webhook does not exist any more: make a new one in Discord and set DISCORD_WEBHOOK_URL",
                [Sequel.NoWebhook] =
                    "{reply}. What answers there is no webhook of Discord: copy its address from Discord again and set DISCORD_WEBHOOK_URL",
                [Sequel.TooOld] = "too old to be edited again: {reply}",
                [Sequel.OnPageOnly] = "it was shown on the page only, so there is nothing to edit at Discord",
                [Sequel.PostedAnew] = "its message was gone",
                [Sequel.Refused] = "{reply}. The whole message is on the relay's page; please report this as a bug",
                [Sequel.TooLate] = "given up, it would come too late",
                [Sequel.Untried] = "not sent yet",
            },
            Failures = new Dictionary<Failure, string>
            {
                [Failure.NoName] = "Discord cannot be reached: its name cannot be resolved",
                [Failure.NoConnection] = "Discord cannot be reached: the connection failed",
                [Failure.NotSecure] = "Discord cannot be reached: no secure connection",
                [Failure.Proxy] = "Discord cannot be reached: the proxy refused",
                [Failure.BrokenOff] = "Discord cannot be reached: the connection broke off",
                [Failure.Late] = "Discord did not answer in time",
            },
            Answered = "Discord answered {status}",
            Said = "Discord answered {status}: {said}",
            LastTry = "; the last try: {reply}",
        };
}
