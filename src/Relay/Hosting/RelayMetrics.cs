using System.Diagnostics.Metrics;

namespace Benevoclic.Relay.Hosting;

/// <summary>The relay's own numbers, under the meter Benevoclic.Relay.</summary>
sealed class RelayMetrics
{
    public const string MeterName = "Benevoclic.Relay";

    readonly Counter<long> _alerts;
    readonly Counter<long> _messages;
    long _watchdogSeconds;
    long _queued;

    public RelayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _alerts = meter.CreateCounter<long>("benevoclic.relay.alerts", null, "Alerts received from Alertmanager");
        _messages = meter.CreateCounter<long>("benevoclic.relay.messages", null, "Tries to hand a message to Discord");
        meter.CreateObservableGauge(
            "benevoclic.relay.queue",
            () => Interlocked.Read(ref _queued),
            null,
            "Messages and edits that Discord has not got yet"
        );
        meter.CreateObservableGauge("benevoclic.relay.watchdog.timestamp", Watchdog, "s", "When Watchdog last arrived");
    }

    /// <summary>When the always-firing alert last arrived: the proof that Prometheus and Alertmanager still speak.</summary>
    public DateTimeOffset? WatchdogSeen =>
        Interlocked.Read(ref _watchdogSeconds) is > 0 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public void SeeWatchdog(DateTimeOffset at) => Interlocked.Exchange(ref _watchdogSeconds, at.ToUnixTimeSeconds());

    /// <param name="alertname">One of our own names: label values from outside would make a series each.</param>
    public void CountAlert(string alertname, string status) =>
        _alerts.Add(1, new("alertname", alertname), new KeyValuePair<string, object?>("status", status));

    /// <param name="outcome">delivered, retried, rejected, or local when there is no webhook.</param>
    public void CountMessage(string outcome) => _messages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Queue(int change) => Interlocked.Add(ref _queued, change);

    IEnumerable<Measurement<long>> Watchdog() =>
        Interlocked.Read(ref _watchdogSeconds) is > 0 and var seconds ? [new Measurement<long>(seconds)] : [];
}
