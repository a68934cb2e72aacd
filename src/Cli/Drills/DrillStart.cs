using Benevoclic.Cli.Alerts;

namespace Benevoclic.Cli.Drills;

/// <summary>Looks whether a drill would show anything: not while the same alert fires, is silenced, or could not arrive.</summary>
/// <param name="monitoring">Where.</param>
/// <param name="alert">The alert of the drill.</param>
/// <param name="plan">The drill.</param>
/// <param name="say">Hears what is waited for.</param>
/// <param name="time">The clock.</param>
sealed class DrillStart(
    Monitoring monitoring,
    WatchedAlert alert,
    DrillPlan plan,
    Action<string> say,
    TimeProvider time
)
{
    /// <summary>Prometheus sends an alert that goes on again each minute, and right after its start it knows no Alertmanager yet.</summary>
    static readonly TimeSpan WatchdogLimit = TimeSpan.FromSeconds(90);
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <exception cref="CommandException">It would not, and why.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        var alertmanager = new Alertmanager(monitoring);
        var alerts = await WithWatchdogAsync(alertmanager, ct);
        _ = await monitoring.GetAsync(monitoring.Relay, "/health", AlertsJson.Default.JsonElement, ct);
        Refuse(WhyNot(alerts, await alertmanager.SilencesAsync(ct), plan));
        if ((await alert.LookAsync(ct)).Prometheus is "pending" or "firing")
        {
            Refuse($"{plan.Alert} is about to fire already, without a drill.");
        }
    }

    async Task<IReadOnlyList<ActiveAlert>> WithWatchdogAsync(Alertmanager alertmanager, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        var alerts = await alertmanager.AlertsAsync(ct);
        if (!HasWatchdog(alerts))
        {
            say($"Waiting for {ActiveAlert.Watchdog}: after a start of Prometheus it takes up to a minute …");
        }
        while (!HasWatchdog(alerts) && time.GetElapsedTime(start) < WatchdogLimit)
        {
            await Task.Delay(Pause, time, ct);
            alerts = await alertmanager.AlertsAsync(ct);
        }
        return alerts;
    }

    static bool HasWatchdog(IReadOnlyList<ActiveAlert> alerts) => alerts.Any(one => one.Name == ActiveAlert.Watchdog);

    /// <returns>Null when nothing stands against it.</returns>
    public static string? WhyNot(IReadOnlyList<ActiveAlert> alerts, IReadOnlyList<Silence> silences, DrillPlan plan)
    {
        // Labels that the alert will have are not known before it fires: a silence by another label is not seen here.
        var coming = new Dictionary<string, string> { ["alertname"] = plan.Alert };
        var muting = silences.FirstOrDefault(silence =>
            !silence.IsOver && silence.Matchers.All(matcher => matcher.Name == "alertname" && matcher.Fits(coming))
        );
        return alerts switch
        {
            _ when alerts.Any(one => one.Name == plan.Alert) => $"{plan.Alert} fires already, without a drill.",
            _ when muting is not null =>
                $"Silence {muting.ShortId} ({muting.Comment}) mutes {plan.Alert}, so nobody would hear of it.",
            _ when !HasWatchdog(alerts) => $"{ActiveAlert.Watchdog} does not arrive at Alertmanager: no alert would.",
            _ => null,
        };
    }

    static void Refuse(string? why)
    {
        if (why is not null)
        {
            throw new CommandException(ExitCode.Failed, why, "Look with: ./benevoclic alerts");
        }
    }
}
