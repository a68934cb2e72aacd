using System.Diagnostics.Metrics;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Hosting;

/// <summary>The relay's own numbers, under the meter Benevoclic.Relay.</summary>
sealed class RelayMetrics
{
    public const string MeterName = "Benevoclic.Relay";

    /// <summary>Seconds from a webhook call to Discord's answer: tens of milliseconds when all is well, minutes in an outage.</summary>
    static readonly double[] DeliveryBuckets = [.025, .05, .1, .25, .5, 1, 2.5, 5, 15, 60, 300, 1800];

    /// <summary>Seconds from the last good scrape to the webhook call; the design promises 12.</summary>
    static readonly double[] DetectionBuckets = [2, 4, 6, 8, 10, 12, 15, 20, 25, 40, 60, 120];

    readonly Counter<long> _alerts;
    readonly Counter<long> _repeats;
    readonly Counter<long> _caughtUp;
    readonly Counter<long> _refused;
    readonly Counter<long> _messages;
    readonly Counter<long> _ambiguous;
    readonly Counter<double> _limited;
    readonly Histogram<double> _delivery;
    readonly Histogram<double> _detection;
    readonly Journal _journal;
    readonly TimeProvider _time;
    long _watchdogSeconds;
    long _comparedSeconds;
    long _closedRoads;

    public RelayMetrics(IMeterFactory meters, Journal journal, TimeProvider time)
    {
        (_journal, _time) = (journal, time);
        _watchdogSeconds = journal.Read(sql => sql.Number("SELECT value FROM facts WHERE name = 'watchdog'")) / 1000;
        var meter = meters.Create(MeterName);
        _alerts = meter.CreateCounter<long>("benevoclic.relay.alerts", null, "Alerts received from Alertmanager");
        _repeats = meter.CreateCounter<long>("benevoclic.relay.repeats", null, "Alerts that changed nothing");
        _caughtUp = meter.CreateCounter<long>(
            "benevoclic.relay.caught_up",
            null,
            "Alerts found in Alertmanager's list that it had not brought"
        );
        _refused = meter.CreateCounter<long>("benevoclic.relay.refused", null, "Webhook calls answered with 503");
        _messages = meter.CreateCounter<long>("benevoclic.relay.messages", null, "Tries to hand a message to Discord");
        _ambiguous = meter.CreateCounter<long>(
            "benevoclic.relay.ambiguous",
            null,
            "Messages that may have arrived although no answer came"
        );
        _limited = meter.CreateCounter<double>("benevoclic.relay.limited", "s", "Waited because Discord asked for it");
        _delivery = meter.CreateHistogram(
            "benevoclic.relay.delivery",
            "s",
            "From the webhook call to Discord's answer",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = DeliveryBuckets }
        );
        _detection = meter.CreateHistogram(
            "benevoclic.relay.detection",
            "s",
            "From the last good scrape to the webhook call",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = DetectionBuckets }
        );
        meter.CreateObservableGauge(
            "benevoclic.relay.queue",
            Depth,
            null,
            "Rows of the outbox that Discord has not got"
        );
        meter.CreateObservableGauge("benevoclic.relay.queue.oldest", Oldest, "s", "Age of the oldest of them");
        meter.CreateObservableGauge("benevoclic.relay.unread", Unread, null, "Webhook calls stored but not read yet");
        meter.CreateObservableGauge("benevoclic.relay.unread.oldest", OldestUnread, "s", "Age of the oldest of them");
        meter.CreateObservableGauge("benevoclic.relay.incidents", Incidents, null, "Incidents by phase");
        meter.CreateObservableGauge(
            "benevoclic.relay.webhooks.gone",
            () => Interlocked.Read(ref _closedRoads),
            null,
            "Webhooks that do not exist any more"
        );
        meter.CreateObservableGauge(
            "benevoclic.relay.journal.broken",
            () => journal.Problem is null ? 0 : 1,
            null,
            "1 while the journal cannot be written"
        );
        meter.CreateObservableGauge("benevoclic.relay.journal.size", Size, "By", "Bytes of the journal");
        meter.CreateObservableGauge("benevoclic.relay.watchdog.timestamp", Watchdog, "s", "When Watchdog last arrived");
        meter.CreateObservableGauge(
            "benevoclic.relay.compared.timestamp",
            Compared,
            "s",
            "When the incidents were last compared with Alertmanager's list"
        );
        BeginAtZero();
    }

    /// <summary>A counter that is born at 1 has no increase: an alert on the first of its kind needs the zero before it.</summary>
    void BeginAtZero()
    {
        foreach (var counter in (Counter<long>[])[_repeats, _caughtUp, _ambiguous])
            counter.Add(0);
        foreach (var outcome in (string[])["delivered", "local", "retried", "rejected", "refused", "gone", "left"])
            _messages.Add(0, new KeyValuePair<string, object?>("outcome", outcome));
        foreach (var why in (string[])["journal", "token"])
            _refused.Add(0, new KeyValuePair<string, object?>("why", why));
        _limited.Add(0);
    }

    /// <summary>When the always-firing alert last arrived: the proof that Prometheus and Alertmanager still speak.</summary>
    public DateTimeOffset? WatchdogSeen =>
        Interlocked.Read(ref _watchdogSeconds) is > 0 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Until when somebody watched for certain: before the first Watchdog, the beginning of the journal.</summary>
    public DateTimeOffset WatchedUntil => WatchdogSeen ?? _journal.CreatedAt;

    public void SeeWatchdog(Sql sql, DateTimeOffset at)
    {
        Unwatched.Note(sql, WatchedUntil, at);
        sql.Run("INSERT OR REPLACE INTO facts(name, value) VALUES('watchdog', $1)", at);
        // Only then: while the disk is full this is tried again, and the silence before it must still be seen.
        sql.OnceKept(() => Interlocked.Exchange(ref _watchdogSeconds, at.ToUnixTimeSeconds()));
    }

    public void SeeCompared(DateTimeOffset at) => Interlocked.Exchange(ref _comparedSeconds, at.ToUnixTimeSeconds());

    /// <param name="alertname">One of our own names: label values from outside would make a series each.</param>
    public void CountAlert(string alertname, string status) =>
        _alerts.Add(1, new("alertname", alertname), new KeyValuePair<string, object?>("status", status));

    public void CountRepeat() => _repeats.Add(1);

    public void CountCaughtUp() => _caughtUp.Add(1);

    /// <param name="why">journal or token.</param>
    public void CountRefused(string why) => _refused.Add(1, new KeyValuePair<string, object?>("why", why));

    /// <param name="outcome">
    /// delivered; local: there is no webhook; retried; rejected: the card was not taken, its words go alone; refused: nor were those;
    /// gone: the webhook is; left: an edit that cannot be made, of a message that is too old or was on the page only.
    /// </param>
    public void CountMessage(string outcome) => _messages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void CountAmbiguous() => _ambiguous.Add(1);

    public void CountLimit(TimeSpan wait) => _limited.Add(wait.TotalSeconds);

    public void MeasureDelivery(TimeSpan took) => _delivery.Record(Math.Max(0, took.TotalSeconds));

    public void MeasureDetection(TimeSpan took) => _detection.Record(Math.Max(0, took.TotalSeconds));

    public void ShowCircuit(Roads roads) =>
        Interlocked.Exchange(ref _closedRoads, roads.All.Count(road => road.Gone is not null));

    long Depth() => _journal.Read(OutboxTable.Depth).Depth;

    double Oldest() => Age(_journal.Read(OutboxTable.Depth).Oldest);

    double OldestUnread() =>
        Age(_journal.Read(sql => sql.All("SELECT min(at) FROM bodies WHERE is_read = 0", row => row.MaybeTime(0)))[0]);

    double Age(DateTimeOffset? since) => since is { } at ? Math.Max(0, (_time.GetUtcNow() - at).TotalSeconds) : 0;

    long Unread() => _journal.Read(sql => sql.Number("SELECT count(*) FROM bodies WHERE is_read = 0"));

    IEnumerable<Measurement<long>> Incidents()
    {
        var count = _journal.Read(IncidentTable.Count);
        return Enum.GetValues<Phase>()
            .Select(phase => new Measurement<long>(
                count.GetValueOrDefault(phase),
                new KeyValuePair<string, object?>("phase", phase.ToString().ToLowerInvariant())
            ));
    }

    long Size() =>
        _journal.Read(sql => sql.Number("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"));

    IEnumerable<Measurement<long>> Watchdog() => Seen(Interlocked.Read(ref _watchdogSeconds));

    IEnumerable<Measurement<long>> Compared() => Seen(Interlocked.Read(ref _comparedSeconds));

    static IEnumerable<Measurement<long>> Seen(long seconds) => seconds > 0 ? [new Measurement<long>(seconds)] : [];
}
