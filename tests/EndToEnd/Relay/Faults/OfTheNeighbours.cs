using System.Text.RegularExpressions;
using static Benevoclic.EndToEnd.Relay.Faults.FaultTable;

namespace Benevoclic.EndToEnd.Relay.Faults;

/// <summary>Alertmanager or Prometheus die, somebody mutes an alert, alerts come in an unlucky order.</summary>
static partial class OfTheNeighbours
{
    const string CpuOver = "vert HighCpu · terminé : le processeur respire de nouveau";
    const string Cpu = "orange HighCpu · le processeur est saturé";

    /// <summary>After which Alertmanager takes an alert of a dead Prometheus for ended; Prometheus itself says 4 minutes.</summary>
    static readonly TimeSpan Expiry = TimeSpan.FromSeconds(8);

    public static IReadOnlyList<Fault> Rows { get; } =
    [
        new(
            "Alertmanager tué (-9) pendant la panne : il répète tout",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync();
                await story.Alertmanager.RestartAsync();
                await story.RemindAsync();
                await story.ChannelIsAsync(Down);
                await story.MendAsync();
            }
        ),
        new(
            "Prometheus tué pendant la panne : Alertmanager dit « fini », le relais n’en croit rien",
            [Unknown],
            async story =>
            {
                await story.BreakAsync(Expiry);
                story.Prometheus.IsDead = true;
            }
        )
        {
            IsLong = true,
        },
        new(
            "Prometheus tué pendant la panne, puis relancé ; l’API va bien",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync(Expiry);
                story.Prometheus.IsDead = true;
                await story.ShowsAsync(Unknown);
                story.Prometheus.End(ServerDown);
                story.Prometheus.IsDead = false;
            }
        )
        {
            IsLong = true,
        },
        new(
            "mise en sourdine pendant la panne, qui finit sans qu’Alertmanager le dise",
            [Up, Up],
            async story =>
            {
                await story.BreakAsync();
                await story.SilenceAsync("ServerDown");
                await story.UntilAsync(
                    () => story.Discord.Bodies[0].Contains("par zoe", StringComparison.Ordinal),
                    "the silence is not shown"
                );
                await story.MendAsync();
            }
        )
        {
            IsLong = true,
        },
        new(
            "l’API bat de l’aile : deux pannes en moins de 5 minutes",
            [Up, Up, "rouge ServerDown · cela recommence", Up],
            async story =>
            {
                await story.BreakAsync();
                await story.MendAsync();
                await story.CountsAsync(2);
                await story.FireAsync(ServerDown);
                await story.CountsAsync(3);
                await story.MendAsync();
            }
        ),
        new(
            "deux alertes dans un groupe, une se termine",
            [CpuOver, Cpu, CpuOver],
            async story =>
            {
                await story.FireAsync(FiringAlert.Cpu("a"));
                await story.CountsAsync(1);
                await story.FireAsync(FiringAlert.Cpu("b"));
                await story.CountsAsync(2);
                await story.EndAsync(FiringAlert.Cpu("a"));
            }
        )
        {
            Configuration = text => GroupBy().Replace(text, "group_by: [alertname]"),
        },
    ];

    [GeneratedRegex(@"group_by: \[[^\]]*\]")]
    private static partial Regex GroupBy();
}
