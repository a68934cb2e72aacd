using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

static partial class English
{
    static PageLabels Page() =>
        new()
        {
            Title = "Messages from Benevoclic",
            ToDiscord = "These messages also go to Discord.",
            DiscordLate = "Discord does not take everything at the moment: what waits is kept, and tried again.",
            NoWebhook = "No Discord webhook: nothing leaves this machine.",
            Watchdog = "The alert chain is alive: last sign from Alertmanager {ago}.",
            LateWatchdog = "Alertmanager is silent: its last sign came {ago}. Alerts may not arrive any more.",
            NoWatchdog = "No sign of life from the alert chain yet: no Watchdog has arrived.",
            WebhookGone =
                "Nothing goes to Discord any more. Copy the webhook’s address there, or make a new one, and set it as DISCORD_WEBHOOK_URL. Its last answer:",
            JournalBroken = "The journal cannot be written, Alertmanager keeps the alerts for later:",
            Lasting = "Going on",
            NoneLasting = "No incident.",
            Ended = "Over",
            Older = "Older",
            Outbox = "Waiting for Discord",
            Attempts = "Tries",
            Colon = ": ",
            Messages = "Messages",
            Phases = new Dictionary<Phase, string>
            {
                [Phase.Open] = "going on",
                [Phase.Recovering] = "said to be over, being checked",
                [Phase.Unknown] = "state unknown",
                [Phase.Closed] = "over",
            },
            Tellings = new Dictionary<Telling, string>
            {
                [Telling.Card] = "new message",
                [Telling.Update] = "edit",
                [Telling.Ended] = "message of its end",
                [Telling.Relapse] = "message of a relapse",
                [Telling.Overdue] = "message that it takes too long",
            },
            Moments = new Dictionary<string, string>
            {
                ["last-good"] = "last good measurement",
                ["began"] = "began, says Prometheus",
                ["opened"] = "alert received and kept",
                ["caught-up"] = "found in Alertmanager, which had not told",
                ["missed"] = "found in Prometheus: it came and went while the relay was away",
                ["resolved"] = "said to be over by Alertmanager, the relay goes to look",
                ["gone"] = "gone from Alertmanager’s list, the relay goes to look",
                ["resumed"] = "again before its end was seen",
                ["relapsed"] = "relapse",
                ["doubted"] = "its end cannot be seen",
                ["closed"] = "seen to be over",
                ["muted"] = "silenced by",
                ["audible"] = "not silenced any more",
                ["explained"] = "probable cause found",
                ["overdue"] = "the update takes longer than its limit",
                ["sent"] = "message posted",
                ["edited"] = "message edited",
                ["sent-ended"] = "message of its end posted",
                ["sent-relapse"] = "message of a relapse posted",
                ["sent-overdue"] = "message that it takes too long posted",
                ["retried"] = "tried in vain",
                ["refused"] = "refused by Discord",
            },
            NotFound = "Not found",
            NoIncident = "Incident {id} is not in the journal: it never happened, or is too old to be in it any more.",
            NoPage = "There is nothing at {path}",
            Back = "See what is going on",
            NoMessage = "No message has left yet.",
            Empty = "All is quiet",
            EmptyHint = "No message so far. To see one: `./benevoclic stop api`",
            Local = "on this page only",
            Delivered = "received by Discord",
            Failed = "not sent",
            Edited = "edited",
            Bot = "APP",
            Ago = "{duration} ago",
        };
}
