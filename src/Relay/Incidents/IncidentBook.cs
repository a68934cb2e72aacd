using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// What is going on now, by fingerprint. Every change and the message that tells it happen under one lock, so that messages
/// leave in the order in which things happened; with a journal on disk that lock becomes a transaction.
/// </summary>
sealed class IncidentBook(Outbox outbox, CardWriter writer, EventFeed feed, RelayMetrics metrics, PathTests tests)
{
    /// <summary>Alertmanager repeats every five minutes; a body that we cannot read needs one card, not twelve an hour.</summary>
    static readonly TimeSpan UnreadableSilence = TimeSpan.FromHours(1);

    readonly Lock _gate = new();
    readonly Dictionary<string, Incident> _incidents = [];
    readonly Dictionary<string, DateTimeOffset> _unreadable = [];
    readonly Channel<bool> _toVerify = Channel.CreateBounded<bool>(1);

    public Task SomethingToVerifyAsync(CancellationToken ct) => _toVerify.Reader.ReadAsync(ct).AsTask();

    public IReadOnlyList<Incident> Recovering()
    {
        lock (_gate)
            return [.. _incidents.Values.Where(incident => incident.Phase == Phase.Recovering)];
    }

    public void Take(Alert alert, DateTimeOffset at)
    {
        metrics.CountAlert(
            AlertType.ForMetrics(alert.Name),
            alert.Status == AlertStatus.Firing ? "firing" : "resolved"
        );
        if (alert.Name == AlertType.Watchdog)
            metrics.SeeWatchdog(at);
        else if (alert.Name == AlertType.PathTest)
            tests.Take(alert, at);
        else
            lock (_gate)
                Apply(alert, _incidents.GetValueOrDefault(alert.Fingerprint), at);
    }

    public void TakeUnreadable(string body, DateTimeOffset at)
    {
        metrics.CountAlert("unreadable", "firing");
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        lock (_gate)
        {
            if (_unreadable.TryGetValue(hash, out var last) && at - last < UnreadableSilence)
                return;
            foreach (var (old, _) in _unreadable.Where(seen => at - seen.Value >= UnreadableSilence).ToList())
                _unreadable.Remove(old);
            _unreadable[hash] = at;
            feed.Alert("unreadable webhook call");
            outbox.Post(writer.Unreadable(body, at));
        }
    }

    /// <summary>The relay saw the recovery itself. Does nothing when the incident fired again meanwhile.</summary>
    public void Confirm(Incident seen, Sighting sighting, DateTimeOffset at)
    {
        lock (_gate)
        {
            if (!_incidents.TryGetValue(seen.Alert.Fingerprint, out var incident) || !ReferenceEquals(incident, seen))
                return;
            _incidents.Remove(seen.Alert.Fingerprint);
            feed.Alert($"{AlertType.AtTheEnd(seen.Alert.Name)}: seen up again");
            outbox.Post(writer.Recovered(seen.Alert, sighting, at));
        }
    }

    void Apply(Alert alert, Incident? incident, DateTimeOffset at)
    {
        switch (Decision.For(incident?.Phase, alert.Status, AlertType.EndingOf(alert.Name)))
        {
            case Change.Open:
                Open(alert);
                break;
            case Change.Close:
                Close(incident!, alert.EndsAt is { } end && end >= incident!.Alert.StartsAt ? end : at);
                break;
            case Change.Verify:
                Turn(incident!, Phase.Recovering, "resolved, verifying");
                _toVerify.Writer.TryWrite(true);
                break;
            case Change.Resume:
                Turn(incident!, Phase.Open, "firing again before it was seen up, the incident goes on");
                break;
        }
    }

    void Open(Alert alert)
    {
        feed.Alert($"{alert.Name} firing{Job(alert)}");
        _incidents[alert.Fingerprint] = new Incident(alert, outbox.Post(writer.Opened(alert)));
    }

    void Close(Incident incident, DateTimeOffset end)
    {
        feed.Alert($"{incident.Alert.Name} resolved{Job(incident.Alert)}");
        _incidents.Remove(incident.Alert.Fingerprint);
        outbox.Edit(incident.MessageId, writer.Ended(incident.Alert, end));
    }

    void Turn(Incident incident, Phase phase, string what)
    {
        feed.Alert($"{incident.Alert.Name} {what}");
        _incidents[incident.Alert.Fingerprint] = incident with { Phase = phase };
    }

    static string Job(Alert alert) => alert.Label("job") is { } job ? $" (job {job.OneLine().CutTo(60)})" : "";
}
