namespace Benevoclic.Relay.Texts;

static partial class English
{
    static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    public static Language Language { get; } =
        new()
        {
            Code = "en",
            Wordings = Wordings(),
            Generic = new(
                "alert",
                "{summary}\nThe alert started {ago}.",
                "Open the alert in Prometheus (link below): it shows the rule and the measured value."
            )
            {
                Over = "over",
            },
            Unreadable = new(
                "unreadable alert",
                "The relay received a message that it does not understand. It may have been a real alert: look into Alertmanager (link below).",
                "If it happens again, find out who but Alertmanager can reach port 9094, and writes to the relay."
            ),
            PathTest = new(
                "test of the alert path: all is well",
                "A deploy is finishing, and this message is its test. Nothing is broken, and there is nothing to do.\n\n**What this proves**: an alert given to Alertmanager arrives in this channel.\n**What it does not prove**: that Prometheus sees outages. That is up to its rules."
            ),
            Labels = Labels(),
            Incidents = IncidentWords(),
            Troubles = TroubleWords(),
            Page = Page(),
            Severities = new Dictionary<string, string>
            {
                ["critical"] = "critical",
                ["warning"] = "warning",
                ["info"] = "information",
            },
            Units = ("s", "min", "h", "d"),
            Date = at => $"{at.Day} {Months[at.Month - 1]} {at.Year} at {at.Hour:00}:{at.Minute:00}",
        };

    static Dictionary<string, Wording> Wordings() =>
        new()
        {
            ["ServerDown"] = new(
                "the API does not answer",
                "Prometheus cannot read the API ({job}). While this lasts, volunteers and associations cannot use Benevoclic.\nThe outage started {ago}.",
                "Open the API’s health page (link below). If it answers, wait a minute: the green message comes by itself.",
                "Read the end of the log: `./benevoclic logs api`",
                "Restart the API: `./benevoclic restart api`"
            ),
            ["ServerUp"] = new(
                "the API answers again",
                "The outage is over, it lasted **{duration}**. The relay checked this itself before it wrote this message.",
                "Nothing urgent. Look for the cause while the log is fresh: `./benevoclic logs api`"
            ),
            ["ServerInactive"] = new(
                "no requests at all",
                "The API works, but no user has called it for at least 5 minutes. At night that is normal. In the middle of the day the site may not reach it any more.\nThis alert opened {ago}.",
                "Open the site and search for an announcement. If that works, this alert closes by itself.",
                "If not, check the domain name, the certificate and the API’s address in the site."
            ),
            ["ServerActive"] = new(
                "requests arrive again",
                "Users are calling the API again. This alert was open for **{duration}**. Nothing to do."
            ),
            ["SystemDown"] = new(
                "Node Exporter does not answer",
                "Prometheus cannot read Node Exporter ({job}), the program that measures the machine. This started {ago}.\n\n**What this proves**: that program does not answer. Processor, memory and disk are not being watched.\n**What it does not prove**: that the machine is down. This message comes from it, so it is alive. If all of it stopped, nothing could announce it from here.",
                "Check that the site works: that is what counts for the users.",
                "Restart Node Exporter: `./benevoclic restart node-exporter`"
            ),
            ["SystemUp"] = new(
                "Node Exporter answers again",
                "The machine is being measured again, after **{duration}** without measurements. The relay checked this in Prometheus before it wrote this message.\n\n**What this proves**: Node Exporter answers.\n**What it does not prove**: that the rest of the machine is well.",
                "Nothing urgent. Look at the machine’s curves in Grafana (link below)."
            ),
            ["ReplicaDown"] = new(
                "a replica of the API is missing",
                "Fewer copies of the API answer than should. Users are served by the others, which carry its share.\nThis started {ago}.",
                "Is a machine missing? `./benevoclic cluster status`",
                "If the replica ends by itself, its lines say why: `./benevoclic logs api --host`"
            )
            {
                Over = "over: all replicas of the API answer",
            },
            ["HighErrorRate"] = new(
                "too many requests fail",
                "More than 5% of the API’s answers are 5xx errors. Some users see error pages.\nThis started {ago}.",
                "In Grafana, dashboard API Metrics: which route fails?",
                "Read the errors: `./benevoclic logs api`",
                "If it started after an update, go back to the version before."
            )
            {
                Over = "over: requests no longer fail",
            },
            ["HighLatency"] = new(
                "the API is slow",
                "One request in twenty takes more than a second. Users are waiting.\nThis started {ago}.",
                "In Grafana, dashboard API Metrics: is it one route, or all of them?",
                "Dashboard System Metrics: are processor or memory full at the same time?",
                "Read the log: `./benevoclic logs api`"
            )
            {
                Over = "over: the API is fast again",
            },
            ["HighCpu"] = new(
                "the processor is nearly full",
                "The machine uses more than 80% of its processor. Answers will become slower.\nThis started {ago}.",
                "On the machine, `top` says which program is working.",
                "If it is the API, look in Grafana whether the number of requests has grown."
            )
            {
                Over = "over: the processor can breathe again",
            },
            ["HighMemory"] = new(
                "the memory is nearly full",
                "The machine uses more than 85% of its memory. When none is left, the system kills a program, often the API.\nThis started {ago}.",
                "On the machine, `top` (key M) says which program takes it.",
                "If it is the API and it never stops growing: `./benevoclic restart api`, then look for the leak."
            )
            {
                Over = "over: there is enough memory again",
            },
            ["DiskFull"] = new(
                "the disk is nearly full",
                "Less than 10% is left, or nothing will be left within 24 hours at this pace. On a full disk nothing can be saved any more.\nThis started {ago}.",
                "Find out what takes the space: `du -xh / | sort -h | tail`",
                "Often it is old images: `./benevoclic prune`, which keeps what a rollback needs"
            )
            {
                Over = "over: there is enough space again",
            },
        };

    static CardLabels Labels() =>
        new()
        {
            Since = "Since",
            Start = "Start",
            End = "End",
            Duration = "Duration",
            Service = "Service",
            Severity = "Severity",
            Measured = "Measured",
            Seen = "Checked by the relay",
            ToDo = "What to do",
            Links = "Links",
            Runbook = "Runbook",
            Health = "API health",
            Labels = "Labels",
            Deployed = "Deployed",
            Over = "It is over, after **{duration}**. Nothing to do.",
            Footer = "Benevoclic monitoring",
            HealthSeen = "/health {status} in {ms} ms",
            PrometheusSeen = "Prometheus: up = 1",
        };
}
