using Benevoclic.Relay.Incidents;
using Benevoclic.Relay.Journaling;

namespace Benevoclic.Relay.Alerts;

/// <summary>Reads what came in, in order, and gives each alert to the incidents.</summary>
sealed partial class AlertReader(
    Inbox inbox,
    Journal journal,
    IncidentBook incidents,
    TimeProvider time,
    ILogger<AlertReader> logger
) : BackgroundService
{
    /// <summary>Alerts per transaction: while it runs, the next webhook call waits.</summary>
    const int AtOnce = 32;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Log _log = new(logger);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        inbox.ReadAgain();
        // What was answered with 200 is in the journal: what is not read now, the next life reads.
        while (await inbox.Unread.WaitToReadAsync(stoppingToken))
        {
            var (bodies, alerts) = Gather();
            foreach (var part in alerts.Chunk(AtOnce))
                await TakeAsync(sql => incidents.Take(sql, part), stoppingToken);
            await TakeAsync(sql => bodies.ForEach(body => Inbox.MarkRead(sql, body.Id)), stoppingToken);
        }
    }

    /// <summary>
    /// Until it is kept. Should the relay be killed between two parts, all of them are taken again, and a repeat changes nothing.
    /// </summary>
    async Task TakeAsync(Action<Sql> change, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await journal.WriteAsync(change);
                return;
            }
            catch (JournalException full)
            {
                _log.NotKept(full.Message);
                await Task.Delay(Pause, time, ct);
            }
            catch (Exception bug)
            {
                _log.Failed(bug); // One alert that we cannot handle must not stop the next.
                return;
            }
        }
    }

    (List<ReceivedBody> Bodies, List<Arrival> Alerts) Gather()
    {
        var bodies = new List<ReceivedBody>();
        var alerts = new List<Arrival>();
        while (alerts.Count < AtOnce && bodies.Count < AtOnce && inbox.Unread.TryRead(out var body))
        {
            bodies.Add(body);
            alerts.AddRange(Read(body));
        }
        return (bodies, alerts);
    }

    IEnumerable<Arrival> Read(ReceivedBody body)
    {
        var webhook = Webhook.Read(body);
        if (webhook.Truncated > 0)
            _log.Truncated(webhook.Truncated);
        return webhook
            .Alerts.Select(alert => new Arrival(alert, null, body.At))
            .Concat(webhook.Unreadable.Select(text => new Arrival(null, text, body.At)));
    }

    sealed partial class Log(ILogger logger)
    {
        [LoggerMessage(
            LogLevel.Error,
            "A webhook call was accepted but could not be handled; this is a bug of the relay"
        )]
        public partial void Failed(Exception bug);

        [LoggerMessage(LogLevel.Error, "A webhook call waits to be handled: {Problem}")]
        public partial void NotKept(string problem);

        [LoggerMessage(
            LogLevel.Warning,
            "Alertmanager left {Count} alerts out of its webhook call: remove max_alerts from its configuration"
        )]
        public partial void Truncated(long count);
    }
}
