using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Benevoclic.Relay.Alerts;
using Benevoclic.Relay.Delivery;
using Benevoclic.Relay.Deploys;
using Benevoclic.Relay.Discord;
using Benevoclic.Relay.Events;
using Benevoclic.Relay.Hosting;
using Benevoclic.Relay.Journaling;
using Benevoclic.Relay.Neighbours;
using Benevoclic.Relay.Texts;

namespace Benevoclic.Relay.Incidents;

/// <summary>
/// What is going on, by fingerprint. Each change, its moment and what there is to tell are one transaction of the journal, whose one
/// writer also keeps the order.
/// </summary>
sealed class IncidentBook(
    Journal journal,
    Outbox outbox,
    CardWriter writer,
    PathTests tests,
    EventFeed feed,
    RelayMetrics metrics
)
{
    /// <summary>Alertmanager repeats every five minutes; a body that we cannot read needs one card, not twelve an hour.</summary>
    static readonly TimeSpan UnreadableSilence = TimeSpan.FromHours(1);

    readonly Channel<bool> _doubts = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    readonly Channel<long> _opened = Channel.CreateBounded<long>(
        // In a storm nobody reads the cause of each alert.
        new BoundedChannelOptions(20) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>New incidents whose cause is to be asked for.</summary>
    public ChannelReader<long> Opened => _opened.Reader;

    public ValueTask<bool> SomethingInDoubtAsync(CancellationToken ct) => _doubts.Reader.ReadAsync(ct);

    public void Take(Sql sql, IEnumerable<Arrival> arrivals)
    {
        foreach (var arrival in arrivals)
            if (arrival.Alert is { } alert)
                Take(sql, alert, arrival.At);
            else
                TakeUnreadable(sql, arrival.Unreadable!, arrival.At);
    }

    /// <summary>Found firing in Alertmanager's own list, although it was not brought here, or was said to be over.</summary>
    /// <param name="isConfirmed">Prometheus fires it too.</param>
    public bool CatchUp(Sql sql, Alert alert, DateTimeOffset at, bool isConfirmed)
    {
        var last = IncidentTable.LatestOf(sql, alert.Fingerprint);
        if (
            last is { Phase: Phase.Open }
            || Transition.Fires(last, alert, at, Near(sql, alert, at), isConfirmed) is not { } outcome
        )
            return false;
        metrics.CountCaughtUp();
        Apply(sql, outcome with { Next = outcome.Next with { IsCaughtUp = true }, What = "caught-up" }, at);
        return true;
    }

    /// <summary>It began and ended while the relay was not there: one message tells it whole.</summary>
    public void Miss(Sql sql, FiringTime fired, DateTimeOffset at)
    {
        metrics.CountCaughtUp();
        Apply(sql, Transition.Missed(Webhook.OfRecord(fired), fired.Last, at), at);
    }

    /// <summary>Applies a transition to an incident as it is now, if it still is.</summary>
    public Task ChangeAsync(long id, Func<Incident, Outcome?> transition, DateTimeOffset at, string? detail = null) =>
        journal.WriteAsync(sql =>
        {
            if (IncidentTable.Find(sql, id) is { } incident && transition(incident) is { } outcome)
                Apply(sql, outcome, at, detail);
        });

    void Take(Sql sql, Alert alert, DateTimeOffset at)
    {
        var isFiring = alert.Status == AlertStatus.Firing;
        metrics.CountAlert(AlertType.ForMetrics(alert.Name), isFiring ? "firing" : "resolved");
        if (alert.Name == AlertType.Watchdog)
            metrics.SeeWatchdog(sql, at);
        else if (alert.Name == AlertType.PathTest)
            tests.Take(sql, alert, at);
        else if (isFiring)
            TakeFiring(sql, alert, at);
        else
            TakeResolved(sql, alert, at);
    }

    void TakeFiring(Sql sql, Alert alert, DateTimeOffset at)
    {
        var last = IncidentTable.LatestOf(sql, alert.Fingerprint);
        if (last is { IsClosed: false })
            IncidentTable.Hear(sql, last.Id, at);
        var near = last is null or { IsClosed: true } ? Near(sql, alert, at) : null;
        if (Transition.Fires(last, alert, at, near) is { } outcome)
            Apply(sql, outcome, at);
        else
            metrics.CountRepeat();
    }

    void TakeResolved(Sql sql, Alert alert, DateTimeOffset at)
    {
        var last = IncidentTable.LatestOf(sql, alert.Fingerprint);
        if (Transition.SaidOver(last, alert.EndsAt, at) is { } outcome)
            Apply(sql, outcome, at);
        else if (last is null && alert.StartsAt < journal.CreatedAt)
            TellLostBeginning(sql, alert, at);
        else
            metrics.CountRepeat();
    }

    /// <summary>It began before this journal did: either that was lost, or the relay is new here.</summary>
    void TellLostBeginning(Sql sql, Alert alert, DateTimeOffset at)
    {
        var subject = $"lost:{alert.Fingerprint}:{alert.StartsAt.ToUnixTimeSeconds()}";
        if (OutboxTable.HasSubject(sql, subject))
            return;
        feed.Alert($"{alert.Name} resolved, but its beginning is not in the journal");
        outbox.Post(sql, subject, writer.LostBeginning(alert, at), at);
    }

    void TakeUnreadable(Sql sql, string body, DateTimeOffset at)
    {
        metrics.CountAlert("unreadable", "firing");
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(body)).AsSpan(0, 8));
        var subject = $"unreadable:{hash}";
        if (OutboxTable.HasSubject(sql, subject, at - UnreadableSilence))
            return;
        feed.Alert("unreadable webhook call");
        outbox.Post(sql, subject, writer.Unreadable(body, at), at);
    }

    void Apply(Sql sql, Outcome outcome, DateTimeOffset at, string? detail = null)
    {
        var incident = IncidentTable.Save(sql, outcome.Next, at);
        if (outcome.What.Length == 0)
            return;
        Moment.Note(sql, incident.Id, at, outcome.What, detail);
        foreach (var telling in outcome.Tell)
            outbox.Tell(sql, incident, telling, at);
        sql.OnceKept(() => Announce(incident, outcome));
    }

    void Announce(Incident incident, Outcome outcome)
    {
        feed.Alert($"{incident.Alert.Name} {Word(outcome.What)}{Job(incident.Alert)}");
        if (outcome.Tell.Contains(Telling.Card))
            _opened.Writer.TryWrite(incident.Id);
        if (incident.Phase == Phase.Recovering)
            _doubts.Writer.TryWrite(true);
    }

    static Deploy? Near(Sql sql, Alert alert, DateTimeOffset at) => DeployTable.Near(sql, alert, at);

    static string Word(string what) =>
        what switch
        {
            "opened" => "firing",
            "resolved" => "resolved, verifying",
            "closed" => "seen to be over",
            "resumed" => "firing again before it was seen to be over, the incident goes on",
            "doubted" => "said to be over, but that cannot be seen",
            _ => what,
        };

    static string Job(Alert alert) => alert.Label("job") is { } job ? $" (job {job.OneLine().CutTo(60)})" : "";
}
