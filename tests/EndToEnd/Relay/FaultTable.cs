using System.Text.RegularExpressions;

namespace Benevoclic.EndToEnd.Relay;

/// <summary>
/// What breaks on an alert's way, and exactly which messages are in the channel afterwards. docs/RELAIS.md shows the same table to
/// people, and a test holds the two together.
/// </summary>
static partial class FaultTable
{
    const string Down = "rouge ServerDown · l’API ne répond plus";
    const string DownAgain = $"{Down} (renvoi possible)";
    const string Up = "vert ServerUp · l’API répond de nouveau";

    /// <summary>It tries a call again for 10 s; then it forgets an alert that has ended meanwhile.</summary>
    static readonly TimeSpan AlertmanagerGivesUp = TimeSpan.FromSeconds(15);

    static FiringAlert ServerDown => new("ServerDown", TimeProvider.System.GetUtcNow());

    public static IReadOnlyList<Fault> Rows { get; } =
    [
        new(
            "rien ne casse",
            [Up, Up],
            async story =>
            {
                await BeginAsync(story);
                await story.EndAsync(ServerDown);
            }
        ),
        new(
            "relais tué juste après avoir accepté l’alerte",
            [Down],
            async story =>
            {
                Assert.True(await story.PostAsync(Fired(story), isFiring: true));
                await story.Relay.RestartAsync();
            }
        ),
        new(
            "relais tué pendant l’envoi, Discord n’a rien gardé",
            [DownAgain],
            async story =>
            {
                story.Discord.Next(story.Discord.Hangs(isStored: false));
                await KillWhileHeldAsync(story);
            }
        ),
        new(
            "relais tué entre la réponse de Discord et son écriture (la seule fenêtre inévitable)",
            [Down, DownAgain],
            async story =>
            {
                story.Discord.Next(story.Discord.Hangs(isStored: true));
                await KillWhileHeldAsync(story);
            }
        ),
        new(
            "relais tué pendant la panne",
            [Up, Up],
            async story =>
            {
                await BeginAsync(story);
                await story.Relay.RestartAsync();
                await story.EndAsync(ServerDown);
            }
        ),
        new(
            "relais tué pendant qu’il vérifie la fin",
            [Up, Up],
            async story =>
            {
                await BeginAsync(story);
                story.Prometheus.HealthStatus = 500;
                await story.EndAsync(ServerDown);
                await story.UntilAsync(
                    () => story.Discord.Channel[0] == "gris ServerDown · état inconnu",
                    "the doubt is not shown"
                );
                await story.Relay.RestartAsync();
                story.Prometheus.HealthStatus = null;
            }
        ),
        new(
            "relais tué pendant la modification de la carte",
            [Up, Up],
            async story =>
            {
                await BeginAsync(story);
                // What it has found out about the cause may be written into the card first.
                await Task.Delay(TimeSpan.FromSeconds(3));
                await story.WrittenDownAsync();
                story.Discord.Next(story.Discord.Hangs(isStored: true));
                await story.EndAsync(ServerDown);
                await story.UntilAsync(() => Volatile.Read(ref story.Discord.Held) == 1, "no edit came");
                await story.Relay.RestartAsync();
            }
        ),
        new(
            "relais tué avec des messages en attente, Discord en panne",
            [Down],
            async story =>
            {
                story.Discord.IsIll = true;
                await story.FireAsync(ServerDown);
                await story.TriedAsync(times: 3);
                await story.Relay.KillAsync();
                story.Discord.IsIll = false;
                await story.Relay.StartAsync();
            }
        ),
        new(
            "relais arrêté quelques secondes, la panne commence et finit pendant ce temps",
            [Up, Up],
            async story =>
            {
                await story.Relay.KillAsync();
                await story.FireAsync(ServerDown);
                await story.EndAsync(ServerDown);
                await story.Relay.StartAsync();
            }
        ),
        new(
            "relais arrêté plus longtemps que la panne et que les essais d’Alertmanager : lui aussi l’a oubliée, seule RelayDown parle",
            [],
            async story =>
            {
                await story.Relay.KillAsync();
                await story.FireAsync(ServerDown);
                await story.EndAsync(ServerDown);
                await Task.Delay(AlertmanagerGivesUp);
                await story.Relay.StartAsync();
            }
        ),
        new(
            "Discord : 429 avec ses en-têtes",
            [Down],
            async story =>
            {
                story.Discord.Next(
                    ScriptedDiscord.Answers(429, """{"message":"limited","retry_after":1.5}""", "2"),
                    ScriptedDiscord.Answers(429, """{"retry_after":0.3}""", "0.3")
                );
                await BeginAsync(story);
            }
        ),
        new(
            "Discord : 429 sans en-têtes, une minute de pause",
            [Down],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.Answers(429, "error code: 1015"));
                await BeginAsync(story);
            }
        ),
        new(
            "Discord : 500 trois fois",
            [Down],
            async story =>
            {
                story.Discord.Next(Enumerable.Repeat(ScriptedDiscord.Answers(500), 3));
                await BeginAsync(story);
            }
        ),
        new(
            "Discord : refus de la carte (400) ; les mots seuls passent, puis la carte quand elle change",
            [Up, Up],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.Answers(400, """{"embeds":["0"]}"""));
                await BeginAsync(story);
                Assert.Equal(["texte"], story.Discord.Channel);
                await story.EndAsync(ServerDown);
            }
        ),
        new(
            "Discord : 404, le webhook n’existe plus ; un autre est configuré",
            [Down],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.Answers(404, """{"code":10015}"""));
                await story.FireAsync(ServerDown);
                await story.UntilAsync(
                    () => story.Relay.Said.Contains("make a new one", StringComparison.Ordinal),
                    "the relay does not say what to do"
                );
                await story.Relay.RestartAsync();
            }
        ),
        new(
            "Discord : aucune réponse en 10 s",
            [DownAgain],
            async story =>
            {
                story.Discord.Next(story.Discord.Hangs(isStored: false));
                await BeginAsync(story);
            }
        ),
        new(
            "Discord : connexion coupée après la demande, message gardé",
            [Down, DownAgain],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.StoresAndDrops);
                await story.FireAsync(ServerDown);
            }
        ),
        new(
            "Alertmanager tué (-9) pendant la panne : il répète tout",
            [Up, Up],
            async story =>
            {
                await BeginAsync(story);
                await story.Alertmanager.RestartAsync();
                await story.RemindAsync();
                await Task.Delay(TimeSpan.FromSeconds(6));
                Assert.Equal([Down], story.Discord.Channel);
                await story.EndAsync(ServerDown);
            }
        ),
        new(
            "Prometheus tué pendant la panne : Alertmanager dit « fini », le relais n’en croit rien",
            ["gris ServerDown · état inconnu"],
            async story =>
            {
                await story.FireAsync(TimeSpan.FromSeconds(8), ServerDown);
                await story.UntilAsync(() => story.Discord.Channel.Count == 1, "the alert is not told");
                story.Prometheus.IsDead = true;
            }
        ),
        new(
            "Prometheus tué pendant la panne, puis relancé, l’API va bien",
            [Up, Up],
            async story =>
            {
                await story.FireAsync(TimeSpan.FromSeconds(8), ServerDown);
                await story.UntilAsync(() => story.Discord.Channel.Count == 1, "the alert is not told");
                story.Prometheus.IsDead = true;
                await story.UntilAsync(
                    () => story.Discord.Channel[0] == "gris ServerDown · état inconnu",
                    "the doubt is not shown"
                );
                story.Prometheus.End(ServerDown);
                story.Prometheus.IsDead = false;
            }
        ),
        new(
            "mise en sourdine pendant la panne, qui finit sans qu’Alertmanager le dise",
            [Up, Up],
            async story =>
            {
                await BeginAsync(story);
                await story.SilenceAsync("ServerDown");
                await story.UntilAsync(
                    () => story.Discord.Bodies[0].Contains("par zoe", StringComparison.Ordinal),
                    "the silence is not shown"
                );
                await story.EndAsync(ServerDown);
            }
        ),
        new(
            "l’API tombe deux fois de suite",
            [Up, Up, "rouge ServerDown · cela recommence", Up],
            async story =>
            {
                await BeginAsync(story);
                await story.EndAsync(ServerDown);
                await story.UntilAsync(() => story.Discord.Channel.Count == 2, "the end is not told");
                await story.FireAsync(ServerDown);
                await story.UntilAsync(() => story.Discord.Channel.Count == 3, "the relapse is not told");
                await story.EndAsync(ServerDown);
            }
        ),
        new(
            "deux alertes dans un groupe, une se termine",
            [
                "vert HighCpu · terminé : le processeur respire de nouveau",
                "orange HighCpu · le processeur est presque plein",
                "vert HighCpu · terminé : le processeur respire de nouveau",
            ],
            async story =>
            {
                await story.FireAsync(Cpu("a"));
                await story.UntilAsync(() => story.Discord.Channel.Count == 1, "the first is not told");
                await story.FireAsync(Cpu("b"));
                await story.UntilAsync(() => story.Discord.Channel.Count == 2, "the second is not told");
                await story.EndAsync(Cpu("a"));
            }
        )
        {
            Configuration = text => GroupBy().Replace(text, "group_by: [alertname]"),
        },
    ];

    static async Task BeginAsync(Story story)
    {
        await story.FireAsync(ServerDown);
        await story.UntilAsync(() => story.Discord.Channel.Count == 1, "the alert is not told");
        await story.WrittenDownAsync();
    }

    static async Task KillWhileHeldAsync(Story story)
    {
        await story.FireAsync(ServerDown);
        await story.UntilAsync(() => Volatile.Read(ref story.Discord.Held) == 1, "nothing was sent");
        await story.Relay.RestartAsync();
    }

    static FiringAlert Fired(Story story)
    {
        var alert = ServerDown;
        story.Prometheus.Fire(alert);
        return alert;
    }

    static FiringAlert Cpu(string instance) =>
        new("HighCpu", TimeProvider.System.GetUtcNow(), "warning", "node-exporter", instance);

    [GeneratedRegex(@"group_by: \[[^\]]*\]")]
    private static partial Regex GroupBy();
}

/// <param name="Name">As people read it.</param>
/// <param name="Messages">All that the channel shows in the end.</param>
sealed record Fault(string Name, IReadOnlyList<string> Messages, Func<Story, Task> HappensAsync)
{
    /// <summary>What is different in Alertmanager's configuration.</summary>
    public Func<string, string>? Configuration { get; init; }
}
