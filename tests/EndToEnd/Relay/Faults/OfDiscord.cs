using static Benevoclic.EndToEnd.Relay.Faults.FaultTable;

namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>Discord refuses, stumbles, is slow, or is away.</summary>
static class OfDiscord
{
    public static IReadOnlyList<Fault> Rows { get; } =
    [
        new(
            "Discord : 429 avec ses en-têtes, deux fois",
            [Down],
            async story =>
            {
                story.Discord.Next(
                    ScriptedDiscord.Answers(429, """{"message":"limited","retry_after":1.5}""", "2"),
                    ScriptedDiscord.Answers(429, """{"retry_after":0.3}""", "0.3")
                );
                await story.BreakAsync();
            }
        ),
        new(
            "Discord : 429 sans en-têtes, donc une minute de pause",
            [Down],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.Answers(429, "error code: 1015"));
                await story.BreakAsync();
            }
        )
        {
            IsLong = true,
        },
        new(
            "Discord : 500, trois fois",
            [Down],
            async story =>
            {
                story.Discord.Next(Enumerable.Repeat(ScriptedDiscord.Answers(500), 3));
                await story.BreakAsync();
            }
        ),
        new(
            "Discord : 400, la carte est refusée ; les mots seuls passent, puis la carte quand elle change",
            [Up, Up],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.Answers(400, """{"embeds":["0"]}"""));
                await story.BreakAsync();
                // By now its cause may be found, and the words changed into the card.
                Assert.Equal(["texte"], story.Discord.Posted);
                await story.MendAsync();
            }
        ),
        new(
            "Discord : 404, le webhook n’existe plus ; quelqu’un en configure un autre",
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
                await story.BreakAsync();
            }
        ),
        new(
            "Discord : connexion coupée après la demande, message gardé : **la fenêtre inévitable**",
            [Down, DownAgain],
            async story =>
            {
                story.Discord.Next(ScriptedDiscord.StoresAndDrops);
                await story.FireAsync(ServerDown);
            }
        ),
        new(
            "Discord absent, une panne commence et finit pendant ce temps",
            [Over],
            async story =>
            {
                story.Discord.IsIll = true;
                await story.FireAsync(ServerDown);
                await story.TriedAsync(times: 3);
                await story.MendAsync();
                await story.AreOverAsync(1);
                story.Discord.IsIll = false;
            }
        ),
        new(
            "Discord absent, trois pannes commencent, deux finissent pendant ce temps",
            ["vert 2 incidents terminés", "orange HighCpu · le processeur est saturé"],
            async story =>
            {
                story.Discord.IsIll = true;
                var (one, two, three) = (ServerDown, FiringAlert.Cpu("a"), FiringAlert.Cpu("b"));
                await story.FireAsync(one, two, three);
                await story.TriedAsync(times: 2);
                await story.EndAsync(one, two);
                await story.AreOverAsync(2);
                story.Discord.IsIll = false;
            }
        ),
    ];
}
