using Benevoclic.Cli.Alerts;
using Benevoclic.Cli.Output;

namespace Benevoclic.Cli.Drills;

/// <summary>What a person reads during a drill.</summary>
static class DrillView
{
    /// <param name="at">Since the fault was made.</param>
    public static string Line(TimeSpan at, string words) => $"{"+" + Spans.Seconds(at), 9}  {words}";

    /// <param name="channel">Where people read it: see <see cref="Sightings.Channel"/>.</param>
    public static string Words(Stage stage, DrillPlan plan, string channel) =>
        stage switch
        {
            Stage.Pending => $"Prometheus has noticed: {plan.Alert} is pending",
            Stage.Firing => $"Prometheus is sure: {plan.Alert} fires",
            Stage.AtAlertmanager => $"Alertmanager has {plan.Alert}",
            Stage.AtRelay => "the relay has it",
            Stage.Refused => "the relay has tried, and Discord did not take it",
            Stage.OnDiscord => $"{channel} has the message",
            Stage.Quiet => $"Prometheus does not fire {plan.Alert} any more",
            Stage.Resolved => "Alertmanager has let it go",
            _ => $"{channel} has the end ({plan.Ended})",
        };

    /// <summary>Who should be looked at when a stage does not come.</summary>
    public static string Guilty(Stage stage, Monitoring monitoring) =>
        stage switch
        {
            Stage.Pending or Stage.Firing or Stage.Quiet => monitoring.Prometheus.Name,
            Stage.AtAlertmanager or Stage.Resolved => monitoring.Alertmanager.Name,
            _ => monitoring.Relay.Name,
        };

    /// <summary>The two numbers that people remember.</summary>
    public static string Verdict(DrillPlan plan, Sightings sightings)
    {
        var (shown, told) = (sightings.Of(Stage.OnDiscord)!.Value, sightings.Of(Stage.Told)!.Value);
        var mended = sightings.Mended!.Value;
        return plan.Name == DrillPlan.DiscordDown
            ? $"The message waited, and was there {Spans.Seconds(shown - mended)} after Discord was back; its end after {Spans.Seconds(told - mended)}."
            : $"From the fault to {sightings.Channel} {Spans.Seconds(shown)}, from the repair to {sightings.Channel} {Spans.Seconds(told - mended)}.";
    }
}
