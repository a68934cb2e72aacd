using Benevoclic.Relay.Causes;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Incidents;

namespace Benevoclic.Relay.Texts;

static partial class English
{
    static IncidentWords IncidentWords() =>
        new()
        {
            Unknown = new(
                "state unknown",
                "Alertmanager says that it is over, but the relay cannot verify it: {doubt}\nUntil it has seen that itself, it will not write that all is well. The incident started {ago}.",
                "Open the API’s health page and Prometheus (links below): they are the only proof for now.",
                "If Prometheus is stopped: `./benevoclic restart prometheus`"
            ),
            Doubts = new Dictionary<Doubt, string>
            {
                [Doubt.PrometheusSilent] =
                    "Prometheus does not answer. When it stops, all its alerts “end” four minutes later.",
                [Doubt.TargetGone] = "Prometheus does not see the target any more; the rule has nothing to measure.",
                [Doubt.RuleBroken] = "Prometheus cannot evaluate the rule.",
                [Doubt.StillFiring] = "Prometheus itself still sees it.",
                [Doubt.Unhealthy] = "the API’s /health does not answer well.",
            },
            Causes = new Dictionary<CauseKind, string>
            {
                [CauseKind.DeployedJustNow] = "release {detail} has just been put online.",
                [CauseKind.MachineRestarted] = "the machine restarted {detail} min ago.",
                [CauseKind.OutOfMemory] = "the system killed a program for want of memory, less than 5 minutes ago.",
                [CauseKind.DiskFull] = "the disk is full: {detail}% is left.",
                [CauseKind.AllTargetsGone] =
                    "no target answers, not only this one: the containers’ network, or Docker itself.",
                [CauseKind.OnlyMetricsGone] = "only the measurements are missing: /health answers, users are served.",
                [CauseKind.ProcessRestarted] = "the API restarted {detail} times within 10 minutes.",
                [CauseKind.StolenProcessor] = "the provider gives {detail}% of our processor to other machines.",
                [CauseKind.BusyProcessor] = "the processor is {detail}% busy.",
                [CauseKind.OneRoute] = "one route above all: {detail}.",
                [CauseKind.ProcessGone] =
                    "the program ended or does not answer; nothing else is unusual on the machine.",
            },
            Confidences = new Dictionary<Confidence, string>
            {
                [Confidence.Possible] = "Maybe",
                [Confidence.Likely] = "Probably",
                [Confidence.Sure] = "Verified",
            },
            Whole = new(
                "incident over",
                "It happened and it is over, but this message could not leave while it lasted.\nIt took **{duration}**. Nothing to do right now."
            ),
            Digest = new("{count} incidents over", "They began and ended while Discord could not be reached:"),
            Storm = new("{count} alerts at once", "Too many alerts for a message each. A common cause is likely:")
            {
                Over = "the {count} alerts are over",
            },
            StormLeft = "{left} of {count} still last.",
            Relapse = new(
                "it is back",
                "The alert returns shortly after its end, for the {count}. time. Its first message, further up, is up to date."
            ),
            Overdue = new(
                "the update does not end",
                "The interruption planned for the update lasts longer than the {limit} that were announced: it is an outage now.",
                "See where the update is: `./benevoclic journal`",
                "Go back to the release before: `{command}`"
            ),
            Deploying = new(
                "update under way",
                "**{service}** is going to release {release}. An interruption of at most {limit} is planned; beyond that, this message turns red.\nInterrupted {ago}."
            )
            {
                Over = "interruption during the update",
            },
            LostBeginning = new(
                "end of an unknown alert",
                "Alertmanager announces the end of an alert whose beginning is not in the relay’s journal: it is older than that.\nIt started {ago}."
            ),
            Elsewhere = new(
                "this channel missed {count} messages",
                "This webhook did not work; these messages went through the second one:"
            ),
            Cause = "Probable cause",
            CheckCause = "check",
            MutedField = "Silenced",
            Muted = "by {name} until {until}\n{comment}",
            RelapsesField = "Relapses",
            Relapses = "{count} within minutes",
            DeployField = "Recent update",
            AfterDeploy = "{service} went to {release} {ago}.\nTo go back: `{command}`",
            Began = "outage {at}",
            Detected = "detected +{seconds} s",
            Shown = "shown +{seconds} s",
            MayRepeat = "may be a repeat: Discord’s answer was lost",
            Late = "shown {duration} late",
            AndMore = "… and {count} more",
            DeployEnds = new Dictionary<DeployEnd, string>
            {
                [DeployEnd.Committed] = "update done",
                [DeployEnd.Undone] = "update undone, the old release serves",
                [DeployEnd.Stuck] = "update stuck, somebody is needed",
                [DeployEnd.Lost] = "update without news",
            },
            RolledBack = "rollback done",
            DeployedFrom = "**{service}**: {previous} → {release}",
            DeployedFirst = "**{service}**: {release}, for the first time",
            DeployedBy = "by {name}",
            DeployStuck = "Look: `./benevoclic journal`, then `docker ps -a` on the server.",
        };
}
