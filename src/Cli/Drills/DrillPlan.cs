namespace Benevoclic.Cli.Drills;

/// <summary>What is broken in a drill, and what has to follow.</summary>
/// <param name="Name">What people type.</param>
/// <param name="Alert">The alert that has to fire.</param>
/// <param name="Ended">The name under which its end is told.</param>
/// <param name="Fault">What is done, as a sentence for people.</param>
/// <param name="Service">The service that is broken; null when it is none.</param>
/// <param name="Detection">How long it may take until Discord has the message.</param>
/// <param name="End">How long it may take, from when it is mended, until Discord has the end.</param>
sealed record DrillPlan(
    string Name,
    string Alert,
    string Ended,
    string Fault,
    string? Service,
    TimeSpan Detection,
    TimeSpan End
)
{
    public static readonly IReadOnlyList<DrillPlan> All =
    [
        new(
            "server-down",
            "ServerDown",
            "ServerUp",
            "the API is killed, and users are without it until the message is there.",
            "api",
            TimeSpan.FromSeconds(60),
            TimeSpan.FromSeconds(60)
        ),
        new(
            "system-down",
            "SystemDown",
            "SystemUp",
            "Node Exporter is killed; users notice nothing.",
            "node-exporter",
            TimeSpan.FromSeconds(90),
            TimeSpan.FromSeconds(60)
        ),
        new(
            "inactive",
            "ServerInactive",
            "ServerActive",
            "nothing is broken, it waits until no user has called the API for five minutes, then calls it.",
            null,
            TimeSpan.FromMinutes(8),
            TimeSpan.FromSeconds(60)
        ),
        new(
            "disk-full",
            "DiskFull",
            "DiskFull",
            "a file takes the disk up to 8 % that are left; its end is told five minutes after it is gone.",
            null,
            TimeSpan.FromMinutes(4),
            TimeSpan.FromMinutes(9)
        ),
        new(
            DiscordDown,
            "DiscordDrill",
            "DiscordDrill",
            "the relay cannot reach Discord, and a test alert has to wait there until it can.",
            "relay",
            TimeSpan.FromSeconds(60),
            TimeSpan.FromMinutes(5)
        ),
    ];

    public const string DiscordDown = "discord-down";

    /// <summary>What is seen before the fault is mended, in this order.</summary>
    public IReadOnlyList<Stage> Detecting =>
        Name == DiscordDown
            ? [Stage.AtAlertmanager, Stage.AtRelay, Stage.Refused]
            : [Stage.Pending, Stage.Firing, Stage.AtAlertmanager, Stage.AtRelay, Stage.OnDiscord];

    /// <summary>What is seen after that, in this order.</summary>
    public IReadOnlyList<Stage> Ending =>
        Name == DiscordDown ? [Stage.OnDiscord, Stage.Told] : [Stage.Quiet, Stage.Resolved, Stage.Told];
}
