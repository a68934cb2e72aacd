using static Benevoclic.EndToEnd.Relay.Faults.FaultTable;

namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>The relay is killed (-9) in each of its states, is away, or is lied to by its clock.</summary>
static class OfTheRelay
{
    public static IReadOnlyList<Fault> Rows { get; } =
    [
        new(
            "rien ne casse",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync();
                await story.MendAsync();
            }
        ),
        new(
            "relais tué juste après avoir accepté l’alerte",
            [Down],
            async story =>
            {
                var alert = ServerDown;
                story.Prometheus.Fire(alert);
                await story.PostAsync(alert);
                await story.Relay.RestartAsync();
            }
        ),
        new(
            "relais tué pendant l’envoi, Discord n’a rien gardé",
            [DownAgain],
            story => KillWhileHeldAsync(story, isStored: false)
        ),
        new(
            "relais tué entre la réponse de Discord et son écriture : **la fenêtre inévitable**",
            [Down, DownAgain],
            story => KillWhileHeldAsync(story, isStored: true)
        ),
        new(
            "relais tué pendant la panne",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync();
                await story.Relay.RestartAsync();
                await story.MendAsync();
            }
        ),
        new(
            "relais tué pendant qu’il vérifie la fin",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync();
                story.Prometheus.HealthStatus = 500;
                await story.MendAsync();
                await story.ShowsAsync(Unknown);
                await story.Relay.RestartAsync();
                story.Prometheus.HealthStatus = null;
            }
        ),
        new(
            "relais tué pendant la modification de la carte",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync();
                await story.ExplainedAsync();
                story.Discord.Next(story.Discord.Hangs(isStored: true));
                await story.MendAsync();
                await story.HeldAsync();
                await story.Relay.RestartAsync();
            }
        ),
        new(
            "relais tué entre la carte verte et le message de fin",
            [Up, UpAgain],
            async story =>
            {
                await story.BreakAsync();
                await story.ExplainedAsync();
                story.Discord.Next(ScriptedDiscord.Well, story.Discord.Hangs(isStored: false));
                await story.MendAsync();
                await story.HeldAsync();
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
                await story.MendAsync();
                await story.Relay.StartAsync();
            }
        )
        {
            // It tries for that long: enough for a start of the relay on a machine that is busy.
            Configuration = text => text.Replace("group_interval: 5s", "group_interval: 25s", StringComparison.Ordinal),
        },
        new(
            "relais arrêté plus longtemps que la panne et que les essais d’Alertmanager, qui l’a oubliée ; Prometheus s’en souvient",
            [Over],
            async story =>
            {
                await story.Relay.KillAsync();
                await story.FireAsync(ServerDown);
                await story.AlertmanagerHoldsAsync(groups: 1);
                await story.MendAsync();
                // It tries a call again for 10 s; then it forgets an alert that has ended meanwhile.
                await story.AlertmanagerHoldsAsync(groups: 0);
                await story.Relay.StartAsync();
            }
        )
        {
            IsLong = true,
        },
        new(
            "l’horloge du relais avance d’une heure, puis recule de deux",
            [Up, Up],
            async story =>
            {
                story.Discord.IsIll = true;
                await story.FireAsync(ServerDown);
                await story.TriedAsync(times: 2);
                story.StepClock(TimeSpan.FromHours(1));
                story.Discord.IsIll = false;
                await story.ShowsAsync(Down);
                await story.WrittenDownAsync();
                story.StepClock(TimeSpan.FromHours(-1));
                await story.MendAsync();
            }
        )
        {
            HasOwnClock = true,
        },
    ];

    static async Task KillWhileHeldAsync(Story story, bool isStored)
    {
        story.Discord.Next(story.Discord.Hangs(isStored));
        await story.FireAsync(ServerDown);
        await story.HeldAsync();
        await story.Relay.RestartAsync();
    }
}
